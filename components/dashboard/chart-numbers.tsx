import { SeriesTable } from '@/components/charts/series-table';
import type { CountUnit } from '@/lib/stats/count-query';
import type { Series } from '@/lib/stats/series';

/** The table beneath the chart: by year in full view, by quarter and month, which are many, behind its title. */
export function ChartNumbers({ series, unit }: { series: Series; unit: CountUnit }) {
  if (series.by === 'year') return <SeriesTable series={series} unit={unit} />;
  return (
    <details className="border-line border-y">
      <summary className="min-h-11 cursor-pointer py-3 font-medium text-sm">
        The numbers, {series.by} by {series.by}
      </summary>
      <div className="pb-6">
        <SeriesTable series={series} unit={unit} />
      </div>
    </details>
  );
}
