'use client';

import dynamic from 'next/dynamic';
import type { CountUnit } from '@/lib/stats/count-query';
import type { Series } from '@/lib/stats/series';

// The chart's library is fetched with the chart, after the page with its numbers is there.
const TestsChart = dynamic(() => import('./tests-chart'), {
  ssr: false,
  loading: () => <p className="pt-6 text-muted text-sm">Drawing the chart …</p>,
});

/** The chart in a box of fixed height, so that nothing moves when it is drawn. Gone where scripts are off. */
export function TestsChartBox({ series, unit }: { series: Series; unit: CountUnit }) {
  return (
    <div className="h-72 sm:h-[26rem] noscript:hidden">
      <TestsChart series={series} unit={unit} />
    </div>
  );
}
