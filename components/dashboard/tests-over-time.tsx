import { ClassLegend } from '@/components/charts/class-legend';
import { TestsChartBox } from '@/components/charts/tests-chart-box';
import { SwitchLinks } from '@/components/ui/switch-links';
import { countUnits, periodLengths } from '@/lib/stats/count-query';
import type { Dashboard } from '@/lib/stats/dashboard';
import { type DashboardQuery, dashboardUrl } from '@/lib/stats/dashboard-query';

const unitNames = { missiles: 'Missiles', events: 'Rounds' };
const periodNames = { year: 'Year', quarter: 'Quarter', month: 'Month' };

/** The chart of tests over time: what it shows in a sentence, the bars, and what is counted. */
export function TestsOverTime({ dashboard, query }: { dashboard: Dashboard; query: DashboardQuery }) {
  const { series, sentence, definition, version } = dashboard;
  const title = `${unitNames[query.unit]} by ${query.by} and class`;
  return (
    <section aria-labelledby="chart-title" className="mt-10">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="max-w-2xl">
          <h2 id="chart-title" className="text-2xl leading-snug sm:text-[1.75rem]">
            {sentence ?? title}
          </h2>
          <p className="mt-1 text-muted text-sm">{title}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <SwitchLinks
            label="What is counted"
            choices={countUnits.map((unit) => ({
              name: unitNames[unit],
              href: dashboardUrl({ ...query, unit }),
              current: unit === query.unit,
            }))}
          />
          <SwitchLinks
            label="Length of the periods"
            choices={periodLengths.map((by) => ({
              name: periodNames[by],
              href: dashboardUrl({ ...query, by }),
              current: by === query.by,
            }))}
          />
        </div>
      </div>
      <figure className="mt-5">
        <ClassLegend series={series} />
        <div className="mt-3">
          <TestsChartBox series={series} unit={query.unit} />
          <noscript>
            <p className="border-line border-y py-3 text-sm">
              The chart is drawn with JavaScript, which is off. Its numbers stand in the table beneath.
            </p>
          </noscript>
        </div>
        <figcaption className="mt-3 max-w-3xl text-muted text-sm leading-relaxed">
          {definition} Source: public reporting, as recorded in the Apogee catalogue, version&nbsp;{version}.
        </figcaption>
      </figure>
    </section>
  );
}
