'use client';

import { useSyncExternalStore } from 'react';
import { Bar, BarChart, CartesianGrid, ReferenceDot, Tooltip, XAxis, YAxis } from 'recharts';
import { formatSum } from '@/lib/format/numbers';
import type { CountUnit } from '@/lib/stats/count-query';
import type { Series, SeriesPeriod } from '@/lib/stats/series';
import { axisTicks, countTicks } from './axis-ticks';
import { ChartTooltip } from './chart-tooltip';
import { classColour } from './class-marks';

const hatch = 'hatch-unknown';
/** How far the last label may stand out to the right of its bar's middle, in px. */
const lastLabelOverhang = 14;
/** In px: a span of one or two periods is no wall of colour. */
const widestBar = 96;
const labelStyle = { fontSize: 12, fill: 'var(--muted)' };

/** Tests over time as bars, stacked by class from the axis upwards in the order of the series' keys. */
export default function TestsChart({ series, unit }: { series: Series; unit: CountUnit }) {
  const narrow = useNarrow();
  const { periods } = series;
  const byPeriod = new Map(periods.map((period) => [period.period, period]));
  const record = highest(periods);
  const counts = countTicks(Math.max(0, ...periods.map((period) => period.total.count)));
  const many = periods.length > 120;
  const ticks = axisTicks(
    periods.map((period) => period.period),
    series.by,
    narrow ? 6 : 14,
  );
  return (
    <BarChart
      responsive
      style={{ width: '100%', height: '100%' }}
      data={periods}
      margin={{ top: 24, right: lastLabelOverhang, bottom: 18, left: 0 }}
      barCategoryGap={many ? 0 : '18%'}
      maxBarSize={widestBar}
      title={`${unit === 'missiles' ? 'Missiles' : 'Rounds'} by ${series.by} and class`}
      desc="The same numbers stand in the table beneath. With the keyboard, left and right go from one period to the next."
    >
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" fill="var(--paper)" />
          <rect width="1.6" height="4" fill="var(--class-unknown)" />
        </pattern>
      </defs>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="period"
        ticks={ticks}
        interval={0}
        tickLine={{ stroke: 'var(--line-strong)' }}
        axisLine={{ stroke: 'var(--ink)' }}
        tick={({ x, y, payload }) => (
          <PeriodTick
            x={x}
            y={y}
            period={byPeriod.get(String(payload.value))}
            isLast={payload.value === periods.at(-1)?.period}
          />
        )}
      />
      <YAxis
        width={32}
        allowDecimals={false}
        tickLine={false}
        axisLine={false}
        tick={labelStyle}
        ticks={counts}
        domain={[0, counts.at(-1) ?? 1]}
      />
      <Tooltip
        cursor={{ fill: 'var(--ink)', fillOpacity: 0.06 }}
        isAnimationActive={false}
        content={({ active, label }) => {
          const period = active ? byPeriod.get(String(label)) : undefined;
          return period ? <ChartTooltip period={period} keys={series.keys} unit={unit} /> : null;
        }}
      />
      {series.keys.map((key, place) => (
        <Bar
          key={key}
          dataKey={(period: SeriesPeriod) => period.values[place]?.count ?? 0}
          name={key}
          stackId="tests"
          fill={key === 'unknown' && !many ? `url(#${hatch})` : classColour(key)}
          className={many ? undefined : key === 'unknown' ? 'chart-bar-unknown' : 'chart-bar'}
          isAnimationActive={false}
        />
      ))}
      {record ? (
        <ReferenceDot
          x={record.period}
          y={record.total.count}
          r={0}
          label={{
            value: `${record.name}: ${formatSum(record.total.count, record.total.openEnded)}`,
            position: 'top',
            fill: 'var(--ink)',
            fontSize: 13,
            fontWeight: 600,
            stroke: 'var(--paper)',
            strokeWidth: 5,
            paintOrder: 'stroke',
          }}
        />
      ) : null}
    </BarChart>
  );
}

/** The name of a period under the axis, and beneath it up to which day an unfinished one is counted. */
function PeriodTick({
  x,
  y,
  period,
  isLast,
}: {
  x: number | string;
  y: number | string;
  period: SeriesPeriod | undefined;
  isLast: boolean;
}) {
  if (!period) return null;
  // The last label is as wide as several bars: it ends where the chart ends.
  const at = isLast ? Number(x) + lastLabelOverhang : x;
  return (
    <text x={at} y={y} textAnchor={isLast ? 'end' : 'middle'} style={labelStyle}>
      <tspan x={at} dy="0.9em">
        {period.name}
      </tspan>
      {period.days ? (
        <tspan x={at} dy="1.25em">
          {period.days}
        </tspan>
      ) : null}
    </text>
  );
}

/** The one period with the highest count; none where several share it. */
function highest(periods: SeriesPeriod[]): SeriesPeriod | undefined {
  const [first, second] = [...periods].sort((a, b) => b.total.count - a.total.count);
  return second && first?.total.count === second.total.count ? undefined : first;
}

const narrowScreen = '(max-width: 40rem)';

function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(narrowScreen);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(narrowScreen).matches,
    () => false,
  );
}
