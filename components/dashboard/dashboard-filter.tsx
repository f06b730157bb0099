import Link from 'next/link';
import { FilterForm } from '@/components/ui/filter-form';
import { subscribeUrl } from '@/lib/alerts/subscribe-url';
import type { FieldError } from '@/lib/errors';
import { type EventFilter, everything } from '@/lib/filter/schema';
import { type DashboardQuery, dashboardUrl } from '@/lib/stats/dashboard-query';
import { otherWords } from './filter-words';

const ownFields = ['country', 'class', 'from', 'to', 'asKnownOn', 'accordingTo'] as const;

/** The filter of the dashboard, the usual spans as links, and the way to alerts of the same kind. */
export function DashboardFilter({
  query,
  errors,
  countries,
  assessors,
  today,
  isPast,
}: {
  query: DashboardQuery;
  errors: FieldError[];
  countries: { id: string; name: string }[];
  assessors: string[];
  today: string;
  /** Whether `today` is a day that has passed. */
  isPast: boolean;
}) {
  const { filter } = query;
  const other = otherWords(filter);
  const elsewhere = errors.filter((error) => !ownFields.some((field) => field === error.path));
  return (
    <section aria-label="Filter" className="no-print mt-8">
      <FilterForm
        action="/"
        values={{
          country: filter.country.join(','),
          classes: filter.class,
          from: filter.from ?? '',
          to: filter.to ?? '',
          asKnownOn: filter.asKnownOn ?? '',
          accordingTo: filter.accordingTo ?? '',
        }}
        countries={countries}
        assessors={assessors}
        rest={restOf(query)}
        errors={messagesByField(errors)}
      />
      <div className="mt-3 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 border-line border-b pb-5 text-sm">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {spans(today, isPast).map((span) => (
            <li key={span.name}>
              <Link
                href={dashboardUrl({ ...query, filter: { ...filter, from: span.from, to: undefined } })}
                scroll={false}
                prefetch={false}
                aria-current={filter.from === span.from && !filter.to ? 'true' : undefined}
                className="inline-block py-1 underline decoration-line-strong underline-offset-4 hover:decoration-current aria-[current=true]:font-semibold aria-[current=true]:no-underline"
              >
                {span.name}
              </Link>
            </li>
          ))}
        </ul>
        <Link
          href={subscribeUrl(filter)}
          prefetch={false}
          className="py-1 font-medium text-accent underline underline-offset-4"
        >
          Get alerts for this
        </Link>
      </div>
      {other ? (
        <p className="mt-3 text-sm">
          Also filtered by {other}.{' '}
          <Link
            href={dashboardUrl({ ...query, filter: onlyOwnFields(filter) })}
            prefetch={false}
            className="underline underline-offset-4"
          >
            Remove
          </Link>
        </p>
      ) : null}
      {elsewhere.map((error) => (
        <p
          key={`${error.path} ${error.message}`}
          role="alert"
          className="mt-3 font-medium text-notice text-sm"
        >
          In the address, {error.path}: {error.message}. It is left out.
        </p>
      ))}
    </section>
  );
}

function spans(today: string, isPast: boolean): { name: string; from: string | undefined }[] {
  const year = today.slice(0, 4);
  return [
    { name: 'Whole catalogue', from: undefined },
    { name: isPast ? `10 years to ${year}` : 'Last 10 years', from: `${Number(year) - 9}-01-01` },
    { name: isPast ? `The year ${year}` : 'This year', from: `${year}-01-01` },
  ];
}

function restOf({ filter, by, unit }: DashboardQuery): [string, string][] {
  const params = new URLSearchParams(dashboardUrl({ filter, by, unit }).slice(2));
  return [...params].filter(([name]) => !ownFields.some((field) => field === name));
}

function onlyOwnFields(filter: EventFilter): EventFilter {
  const { country, class: classes, from, to, asKnownOn, accordingTo } = filter;
  return { ...everything, country, class: classes, from, to, asKnownOn, accordingTo };
}

function messagesByField(errors: FieldError[]) {
  const messages: Partial<Record<(typeof ownFields)[number], string>> = {};
  for (const { path, message } of errors) {
    const field = ownFields.find((name) => name === path);
    if (field) messages[field] = message;
  }
  return messages;
}
