import { ChartNumbers } from '@/components/dashboard/chart-numbers';
import { DashboardFilter } from '@/components/dashboard/dashboard-filter';
import { filterWords, headlineWords, spanWords } from '@/components/dashboard/filter-words';
import { HeadlineFigures } from '@/components/dashboard/headline-figures';
import { LatestEvents } from '@/components/dashboard/latest-events';
import { Lead } from '@/components/dashboard/lead';
import { NothingFound } from '@/components/dashboard/nothing-found';
import { TestsOverTime } from '@/components/dashboard/tests-over-time';
import { filterToUrl, toSearchParams } from '@/lib/filter/url';
import { readDashboard } from '@/lib/stats/dashboard';
import { readDashboardQuery } from '@/lib/stats/dashboard-query';

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The long table of years leaves room beside it. */
const sideBySide = 'lg:grid lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] lg:items-start lg:gap-x-14';

export default async function DashboardPage({ searchParams }: PageProps) {
  const { query, errors } = readDashboardQuery(toSearchParams(await searchParams));
  const dashboard = await readDashboard(query, new Date());
  const { headline, series, countries, today, latest, eventCount } = dashboard;
  const span = spanWords(query.filter);
  return (
    <>
      <Lead
        headline={headline}
        subject={filterWords(query.filter, countries)}
        words={headlineWords(query.filter, countries)}
      />
      <HeadlineFigures headline={headline} span={span} />
      <DashboardFilter query={query} errors={errors} countries={countries} today={today} />
      {eventCount === 0 ? (
        <NothingFound filter={query.filter} />
      ) : (
        <>
          <TestsOverTime dashboard={dashboard} query={query} />
          <div className={`mt-10 ${query.by === 'year' ? sideBySide : 'lg:space-y-14'}`}>
            <ChartNumbers series={series} unit={query.unit} />
            <LatestEvents
              events={latest}
              total={eventCount}
              eventsHref={`/events?${filterToUrl(query.filter)}`.replace(/\?$/, '')}
              filterQuery={filterToUrl(query.filter).toString()}
            />
          </div>
        </>
      )}
    </>
  );
}
