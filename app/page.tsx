import { ChartNumbers } from '@/components/dashboard/chart-numbers';
import { DashboardFilter } from '@/components/dashboard/dashboard-filter';
import { filterWords, headlineWords, spanWords } from '@/components/dashboard/filter-words';
import { HeadlineFigures } from '@/components/dashboard/headline-figures';
import { LatestEvents } from '@/components/dashboard/latest-events';
import { Lead } from '@/components/dashboard/lead';
import { NothingFound } from '@/components/dashboard/nothing-found';
import { TestsOverTime } from '@/components/dashboard/tests-over-time';
import { nothingKnown } from '@/components/standpoint/nothing-known';
import { StandpointLine } from '@/components/standpoint/standpoint-line';
import { PageHeading } from '@/components/ui/page-heading';
import { filterToUrl, toSearchParams } from '@/lib/filter/url';
import { dayIn } from '@/lib/format/dates';
import { readDashboard } from '@/lib/stats/dashboard';
import { dashboardUrl, readDashboardQuery } from '@/lib/stats/dashboard-query';

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const nowhere = { asKnownOn: undefined, accordingTo: undefined };

/** The long table of years leaves room beside it. */
const sideBySide = 'lg:grid lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] lg:items-start lg:gap-x-14';

export default async function DashboardPage({ searchParams }: PageProps) {
  const { query, errors } = readDashboardQuery(toSearchParams(await searchParams));
  const now = new Date();
  const dashboard = await readDashboard(query, now);
  const { headline, series, countries, assessors, today, isPast, latest, eventCount } = dashboard;
  const { asKnownOn, accordingTo } = query.filter;
  const standpoint = { asKnownOn, accordingTo };
  const unknown = nothingKnown({ standpoint, assessors, since: dashboard.knownSince, path: '/' });
  return (
    <>
      <StandpointLine
        standpoint={standpoint}
        today={dayIn('UTC', now)}
        hrefFrom={(other) => dashboardUrl({ ...query, filter: { ...query.filter, ...nowhere, ...other } })}
      />
      {unknown ? (
        <PageHeading title={unknown.title}>{unknown.advice}</PageHeading>
      ) : (
        <>
          <Lead
            headline={headline}
            subject={filterWords(query.filter, countries)}
            words={headlineWords(query.filter, countries)}
            standpoint={standpoint}
            isPast={isPast}
          />
          <HeadlineFigures
            headline={headline}
            span={spanWords(query.filter)}
            standpoint={standpoint}
            isPast={isPast}
          />
        </>
      )}
      <DashboardFilter
        query={query}
        errors={errors}
        countries={countries}
        assessors={assessors}
        today={today}
        isPast={isPast}
      />
      {unknown ? null : eventCount === 0 ? (
        <NothingFound filter={query.filter} />
      ) : (
        <>
          <TestsOverTime dashboard={dashboard} query={query} />
          <div className={`mt-10 ${query.by === 'year' ? sideBySide : 'lg:space-y-14'}`}>
            <ChartNumbers series={series} unit={query.unit} />
            <LatestEvents
              events={latest}
              total={eventCount}
              standpoint={standpoint}
              eventsHref={`/events?${filterToUrl(query.filter)}`.replace(/\?$/, '')}
              filterQuery={filterToUrl(query.filter).toString()}
            />
          </div>
        </>
      )}
    </>
  );
}
