import Link from 'next/link';
import { otherWords } from '@/components/dashboard/filter-words';
import { FilterForm } from '@/components/ui/filter-form';
import type { FieldError } from '@/lib/errors';
import { type EventFilter, everything } from '@/lib/filter/schema';
import { standpointSentence } from '@/lib/filter/standpoint-words';
import { filterToUrl } from '@/lib/filter/url';
import { qualityHref } from './quality-href';

const ownFields = ['country', 'class', 'from', 'to'] as const;
const isOwn = (name: string) => ownFields.some((field) => field === name);

/** Country, class and span; whatever else the address asks for is told, and can be dropped. */
export function QualityFilter({
  filter,
  errors,
  countries,
}: {
  filter: EventFilter;
  errors: FieldError[];
  countries: { id: string; name: string }[];
}) {
  const other = otherWords(filter);
  const also = [other ? `Also filtered by ${other}.` : '', standpointSentence(filter).trim()];
  const { country, class: classes, from, to } = filter;
  return (
    <section aria-label="Filter" className="no-print border-line border-y py-5">
      <FilterForm
        action="/quality"
        values={{ country: country.join(','), classes, from: from ?? '', to: to ?? '' }}
        countries={countries}
        rest={[...filterToUrl(filter)].filter(([name]) => !isOwn(name))}
        errors={Object.fromEntries(
          errors.filter(({ path }) => isOwn(path)).map(({ path, message }) => [path, message]),
        )}
      />
      {also.some(Boolean) ? (
        <p className="mt-3 text-sm">
          {also.filter(Boolean).join(' ')}{' '}
          <Link
            href={qualityHref({ ...everything, country, class: classes, from, to })}
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
