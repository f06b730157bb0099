import type { Metadata } from 'next';
import { Chronology } from '@/components/context/chronology';
import { ContextFilterForm } from '@/components/context/context-filter-form';
import { PageHeading } from '@/components/ui/page-heading';
import { readableContextFilter } from '@/lib/catalogue/context-filter';
import { listContextItems } from '@/lib/catalogue/context-queries';
import { listChoices } from '@/lib/catalogue/queries';
import { toSearchParams } from '@/lib/filter/url';
import { plural } from '@/lib/format/numbers';

export const metadata: Metadata = {
  title: 'Context',
  description: 'Statements, summits, exercises, resolutions and other dated facts around the tests.',
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ContextPage({ searchParams }: Props) {
  const { filter, errors } = readableContextFilter(toSearchParams(await searchParams));
  const [items, { countries }] = await Promise.all([listContextItems(filter), listChoices()]);
  const isFiltered = [filter.kind.length, filter.country.length, filter.from, filter.to].some(Boolean);
  return (
    <>
      <PageHeading title="Context">
        What happened around the tests: statements, summits, exercises, resolutions and nuclear tests, each
        with its source. Nothing here is a missile test, and none of it says that one led to the other.
      </PageHeading>
      <ContextFilterForm filter={filter} errors={errors} countries={countries} isFiltered={isFiltered} />
      {items.length > 0 ? (
        <p className="pt-4 text-muted text-sm">
          {plural(items.length, 'entry', 'entries')}, the newest first
        </p>
      ) : null}
      <Chronology items={items} countries={countries} isFiltered={isFiltered} />
    </>
  );
}
