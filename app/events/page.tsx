import type { Metadata } from 'next';
import Link from 'next/link';
import { DownloadLinks } from '@/components/events/download-links';
import { EmptyEvents } from '@/components/events/empty-events';
import { toEventRow } from '@/components/events/event-row';
import { EventsFilterForm } from '@/components/events/events-filter-form';
import { defaultSort, eventsHref, sortParam } from '@/components/events/events-href';
import { EventsPaging } from '@/components/events/events-paging';
import { EventsSummary } from '@/components/events/events-summary';
import { EventsTable } from '@/components/events/events-table';
import { NarrowedBy, type Narrowing } from '@/components/events/narrowed-by';
import { nothingKnown } from '@/components/standpoint/nothing-known';
import { StandpointLine } from '@/components/standpoint/standpoint-line';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { subscribeUrl } from '@/lib/alerts/subscribe-url';
import { knownSince } from '@/lib/catalogue/known-since';
import { listAssessors, listChoices, listEvents, summariseEvents } from '@/lib/catalogue/queries';
import { filterToUrl, standpointQuery, toSearchParams } from '@/lib/filter/url';
import { dayIn } from '@/lib/format/dates';
import { eventsQuery } from './events-query';
import { narrowings } from './narrowings';

export const metadata: Metadata = {
  title: 'Events',
  description: 'Every round of missile tests in the catalogue, to sort, to filter and to link to.',
};

const pageSize = 50;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EventsPage({ searchParams }: Props) {
  const { filter, sort, page: asked, errors } = eventsQuery(toSearchParams(await searchParams));
  const { asKnownOn, accordingTo } = filter;
  const standpoint = { asKnownOn, accordingTo };
  const [summary, choices, assessors, since] = await Promise.all([
    summariseEvents(filter),
    listChoices(),
    listAssessors(standpoint),
    knownSince(),
  ]);
  const pages = Math.max(1, Math.ceil((summary.rounds + summary.withdrawn) / pageSize));
  const page = Math.min(asked, pages);
  const { events } = await listEvents(filter, { sort, limit: pageSize, offset: (page - 1) * pageSize });

  const filterQuery = filterToUrl(filter).toString();
  const view = { filterQuery, sort, page };
  const kept: Narrowing[] = narrowings(filter, view, choices);
  const general = [
    ...errors.filter(({ path }) => !fieldsOfForm.includes(path)),
    ...(asked > pages ? [{ path: 'page', message: `There is no page ${asked}; this is the last one.` }] : []),
  ];
  const unknown = nothingKnown({ standpoint, assessors, since, path: '/events' });
  const isFiltered = filterQuery !== standpointQuery(standpoint).slice(1);
  return (
    <>
      <StandpointLine
        standpoint={standpoint}
        today={dayIn('UTC', new Date())}
        hrefFrom={(other) =>
          eventsHref({ ...view, filterQuery: filterToUrl({ ...filter, ...nowhere, ...other }).toString() })
        }
      />
      <PageHeading title="Events">
        {unknown ? null : <EventsSummary summary={summary} filter={filter} />}
        <div className="no-print mt-2 flex flex-wrap items-center gap-x-8 text-sm">
          <p>
            <Link
              href={subscribeUrl(filter)}
              prefetch={false}
              className="inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-4"
            >
              Get alerts for this
            </Link>
          </p>
          {events.length > 0 ? <DownloadLinks filterQuery={filterQuery} sort={sortParam(sort)} /> : null}
        </div>
      </PageHeading>
      {general.length > 0 ? (
        <Notice title="A part of this address was not understood, and was left out." tone="problem">
          {general.map(({ path, message }) => (
            <p key={path}>
              {path}: {message}
            </p>
          ))}
        </Notice>
      ) : null}
      <EventsFilterForm
        // Its controls keep what they were given first: another filter is another form.
        key={filterQuery}
        filter={filter}
        errors={errors}
        countries={choices.countries}
        assessors={assessors}
        kept={kept}
        sort={sortParam(sort) === defaultSort ? null : sortParam(sort)}
        isOpen={unknown !== null}
        clearHref={isFiltered ? `/events${standpointQuery(standpoint)}` : null}
      />
      <NarrowedBy narrowings={kept} />
      {events.length === 0 ? (
        <EmptyEvents filtered={isFiltered} standpoint={standpoint} reason={unknown} />
      ) : (
        <div className="pt-6">
          <EventsTable
            rows={events.map((event) => toEventRow(event, standpoint))}
            view={view}
            caption={`Rounds of tests, page ${page} of ${pages}`}
          />
          <EventsPaging view={view} pages={pages} />
        </div>
      )}
    </>
  );
}

const nowhere = { asKnownOn: undefined, accordingTo: undefined };
const fieldsOfForm = ['q', 'country', 'class', 'outcome', 'status', 'from', 'to', 'asKnownOn', 'accordingTo'];
