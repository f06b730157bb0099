import Link from 'next/link';
import { otherWords } from '@/components/dashboard/filter-words';
import { FilterForm } from '@/components/ui/filter-form';
import type { FieldError } from '@/lib/errors';
import { type EventFilter, everything } from '@/lib/filter/schema';
import { filterToUrl } from '@/lib/filter/url';
import { qualityHref } from './quality-href';

const ownFields = ['country', 'class', 'from', 'to', 'asKnownOn', 'accordingTo'] as const;
const isOwn = (name: string) => ownFields.some((field) => field === name);

/** Country, class, span and standpoint; whatever else the address asks for is told, and can be dropped. */
export function QualityFilter({
  filter,
  errors,
  countries,
  assessors,
}: {
  filter: EventFilter;
  errors: FieldError[];
  countries: { id: string; name: string }[];
  assessors: string[];
}) {
  const other = otherWords(filter);
  const { country, class: classes, from, to, asKnownOn, accordingTo } = filter;
  return (
    <section aria-label="Filter" className="no-print border-line border-y py-5">
      <FilterForm
        action="/quality"
        values={{
          country: country.join(','),
          classes,
          from: from ?? '',
          to: to ?? '',
          asKnownOn: asKnownOn ?? '',
          accordingTo: accordingTo ?? '',
        }}
        countries={countries}
        assessors={assessors}
        rest={[...filterToUrl(filter)].filter(([name]) => !isOwn(name))}
        errors={Object.fromEntries(
          errors.filter(({ path }) => isOwn(path)).map(({ path, message }) => [path, message]),
        )}
      />
      {other ? (
        <p className="mt-3 text-sm">
          {`Also filtered by ${other}.`}{' '}
          <Link
            href={qualityHref({
              ...everything,
              country,
              class: classes,
              from,
              to,
              asKnownOn,
              accordingTo,
            })}
            prefetch={false}
            className="underline underline-offset-4"
          >
            Remove
          </Link>
        </p>
      ) : null}
      {errors
        .filter(({ path }) => !isOwn(path))
        .map(({ path, message }) => (
          <p
            key={`${path} ${message}`}
            role="alert"
            className="mt-3 font-medium text-notice text-sm"
          >{`In the address, ${path}: ${message}. It is left out.`}</p>
        ))}
    </section>
  );
}
