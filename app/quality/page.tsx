import type { Metadata } from 'next';
import Link from 'next/link';
import { Section } from '@/components/events/section';
import { DoubtfulEvents } from '@/components/quality/doubtful-events';
import { MissingTable } from '@/components/quality/missing-table';
import { QualityFilter } from '@/components/quality/quality-filter';
import { missingHref, qualityHref } from '@/components/quality/quality-href';
import { QualityLead } from '@/components/quality/quality-lead';
import { UnconfirmedList } from '@/components/quality/unconfirmed-list';
import { DisputedEvents, PreliminaryEvents } from '@/components/quality/waiting-events';
import { StandpointLine } from '@/components/standpoint/standpoint-line';
import { PageHeading } from '@/components/ui/page-heading';
import { isSignedIn } from '@/lib/auth/required-role';
import { currentActor } from '@/lib/auth/session';
import { canRecord } from '@/lib/catalogue/permissions';
import { listAssessors } from '@/lib/catalogue/queries';
import { everything } from '@/lib/filter/schema';
import { readableFilter, toSearchParams } from '@/lib/filter/url';
import { dayIn } from '@/lib/format/dates';
import { listDoubtful } from '@/lib/stats/open-doubts';
import { readQuality } from '@/lib/stats/quality';

export const metadata: Metadata = {
  title: 'Data quality',
  description:
    'What the catalogue does not know: missing figures by year, disputed and preliminary rounds, unread sources.',
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QualityPage({ searchParams }: Props) {
  const { filter, errors } = readableFilter(toSearchParams(await searchParams));
  const now = new Date();
  const { asKnownOn, accordingTo } = filter;
  const [quality, actor, assessors] = await Promise.all([
    readQuality(filter, now),
    currentActor(),
    listAssessors({ asKnownOn }),
  ]);
  const { all, years, disputed, preliminary, unconfirmed, today, countries } = quality;
  const allOf = (status: 'disputed' | 'preliminary') =>
    missingHref({ ...filter, status: [status] }, null) ?? '/events';
  return (
    <>
      <StandpointLine
        standpoint={{ asKnownOn, accordingTo }}
        today={dayIn('UTC', now)}
        hrefFrom={(other) =>
          qualityHref({ ...filter, asKnownOn: undefined, accordingTo: undefined, ...other })
        }
      />
      <PageHeading title="Data quality">
        {all.rounds > 0 ? <QualityLead {...quality} /> : 'What the catalogue does not know.'}
      </PageHeading>
      <QualityFilter filter={filter} errors={errors} countries={countries} assessors={assessors} />
      {all.rounds === 0 ? (
        <Section title="No round on record fits this filter" id="nothing">
          <p className="max-w-3xl font-reading text-lg text-muted leading-relaxed">
            Here would be what is missing by year, and what is disputed, preliminary or not read.{' '}
            {qualityHref(filter) === qualityHref(everything) ? (
              'It comes with the first event that is published.'
            ) : (
              <>
                Choose a longer span, more classes{asKnownOn ? ', a later day to look back from' : ''} or
                another country, or see the{' '}
                <Link href="/quality" className="underline underline-offset-4">
                  whole catalogue
                </Link>
                .
              </>
            )}
          </p>
        </Section>
      ) : (
        <>
          <Section title="Missing figures" id="missing">
            <MissingTable all={all} years={years} filter={filter} />
          </Section>
          <DisputedEvents events={disputed} allHref={allOf('disputed')} />
          <PreliminaryEvents events={preliminary} today={today} allHref={allOf('preliminary')} />
          <UnconfirmedList pages={unconfirmed} />
          {isSignedIn(actor) && !asKnownOn && !accordingTo ? (
            <DoubtfulEvents events={await listDoubtful(filter, now)} mayDecide={canRecord(actor)} />
          ) : null}
        </>
      )}
    </>
  );
}
