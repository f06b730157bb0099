import type { Metadata } from 'next';
import { SubscribeForm } from '@/components/alerts/subscribe-form';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { filterInWords } from '@/lib/alerts/filter-words';
import { toTick } from '@/lib/alerts/subscribe-form';
import { type CountryOption, listChoices } from '@/lib/catalogue/queries';
import { classIds } from '@/lib/catalogue/vocabulary';
import { subscribe } from './actions';

export const metadata: Metadata = { title: 'Alerts' };

export default async function SubscribePage({ searchParams }: PageProps<'/subscribe'>) {
  const { country, class: classes, deleted } = await searchParams;
  const { countries } = await listChoices();
  const ticked = {
    countries: toTick(
      country,
      countries.map(({ id }) => id),
    ),
    classes: toTick(classes, classIds),
  };
  return (
    <>
      <PageHeading title="Be told when a test is recorded">
        One mail the moment a missile test enters the catalogue: what makes it news, who says so, and what is
        not known. No tracking, and one click ends it.
      </PageHeading>
      {deleted ? (
        <Notice title="You are forgotten">
          Your address, your subscriptions and the record of what was sent are deleted.
        </Notice>
      ) : null}
      <AskedFor
        countries={countries.filter(({ id }) => ticked.countries.includes(id))}
        classes={ticked.classes}
      />
      <SubscribeForm subscribe={subscribe} countries={countries} ticked={ticked} />
    </>
  );
}

/** What the link that led here asks for, in words; nothing where it asks for nothing. */
function AskedFor({ countries, classes }: { countries: CountryOption[]; classes: string[] }) {
  if (countries.length + classes.length === 0) return null;
  const names = countries.map(({ name }) => name);
  return (
    <p className="mb-6 max-w-xl">
      You came for alerts about{' '}
      <strong className="font-semibold">
        {filterInWords({ countries: names, classes, families: [], systems: [], sites: [] })}
      </strong>
      . They are ticked below; change them as you like.
    </p>
  );
}
