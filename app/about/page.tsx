import type { Metadata } from 'next';
import Link from 'next/link';
import { ClassTable } from '@/components/events/class-table';
import { OutsideLink } from '@/components/events/outside-link';
import { Section } from '@/components/events/section';
import { StatusWord } from '@/components/events/status-word';
import { PageHeading } from '@/components/ui/page-heading';
import { dataCredit, dataLicence } from '@/lib/catalogue/data-licence';
import { statusWords } from '@/lib/catalogue/event-sentences';
import { visibleStatuses } from '@/lib/filter/schema';

export const metadata: Metadata = {
  title: 'About',
  description: 'What Apogee counts, how, and where the data comes from.',
};

export default function AboutPage() {
  return (
    <>
      <PageHeading title="About Apogee">
        <p>
          Apogee is an open tracker of missile tests. It records what is publicly reported about each test,
          keeps every claim with who made it and when, counts them over time, and tells those who want to
          know.
        </p>
      </PageHeading>
      <div className="max-w-3xl [&_dd]:mb-4 [&_dt]:font-medium [&_p+p]:mt-4 [&_section]:leading-relaxed">
        <Section title="What is counted" id="counted">
          <dl>
            <dt>Rounds and missiles</dt>
            <dd>
              A round is what the press calls “a test”: what one country launched on one local day. Missiles
              are the missiles fired in it. One round may be of twelve missiles, so the two are never mixed,
              and each count says which it is.
            </dd>
            <dt>“At least”, “≥” and “several”</dt>
            <dd>
              Where a count is not known exactly, it is not made exact. “Several” stays “several”. In a sum
              such a salvo counts with the smallest number that was reported, or with one, and the sum says
              “at least”.
            </dd>
            <dt>Unknown</dt>
            <dd>
              A figure that nobody has published is unknown. It is never 0, and no estimate of ours takes its
              place. A round whose class is unknown neither makes nor breaks a “first”.
            </dd>
            <dt>Local date and UTC</dt>
            <dd>
              A test has the date of its own country’s reporting time zone; for North Korea that is Korean
              time, as Seoul and Tokyo announce it. The time in UTC stands beside it. More than half of the
              tests whose time is known fall on the next day in Korea, so a list by UTC days gives other
              counts. Of a few early tests only the month is known.
            </dd>
            <dt>Figures of record and assessments</dt>
            <dd>
              Assessors disagree. All of their claims are kept with their own hedges, such as “presumed”; none
              overwrites another. The figures of record are the values that an analyst adopted, and each leads
              to the claim or citation that it came from. Every change is kept as a revision.
            </dd>
          </dl>
        </Section>

        <Section title="Classes" id="classes">
          <p className="mb-4">
            A class follows the range that a missile is designed for, not the distance that it flew: an
            intercontinental missile on a steep path that comes down after 950 km is still intercontinental.
          </p>
          <ClassTable />
        </Section>

        <Section title="Statuses" id="statuses">
          <dl>
            {visibleStatuses.map((status) => (
              <div key={status}>
                <dt>
                  <StatusWord status={status} />
                </dt>
                <dd>{statusWords[status].meaning}</dd>
              </div>
            ))}
          </dl>
          <p>
            What is missing, disputed, preliminary or not yet read is counted on the page about{' '}
            <Link href="/quality" className="underline underline-offset-4">
              data quality
            </Link>
            .
          </p>
        </Section>

        <Section title="Where the data comes from" id="sources">
          <p>
            The starter catalogue holds facts and figures, in words of our own. No text was copied. Each event
            names the sources that it rests on, and says how far each has been checked.
          </p>
          <dl className="mt-4">
            <dt>Ballistic missiles and space launches</dt>
            <dd>
              CNS North Korea Missile Test Database, compiled by the{' '}
              <OutsideLink href="https://nonproliferation.org/">
                James Martin Center for Nonproliferation Studies
              </OutsideLink>{' '}
              for the <OutsideLink href="https://www.nti.org/">Nuclear Threat Initiative</OutsideLink>. Its
              scope is missiles that can carry 500 kg over 300 km or more. CNS publishes no open licence for
              its sheet.
            </dd>
            <dt>Bearings</dt>
            <dd>
              As compiled by{' '}
              <OutsideLink href="https://github.com/nagix/nk-missile-tests">nk-missile-tests</OutsideLink>{' '}
              from announcements of Japan’s Ministry of Defense.
            </dd>
            <dt>Cruise missiles</dt>
            <dd>
              The CNS database leaves them out.{' '}
              <OutsideLink href="https://beyondparallel.csis.org/">CSIS Beyond Parallel</OutsideLink> and{' '}
              <OutsideLink href="https://missilethreat.csis.org/">CSIS Missile Threat</OutsideLink> served as
              an index; the figures are from the reports named at each event. CSIS reserves all rights. Most
              of these rounds are less well sourced, and their status says so.
            </dd>
            <dt>Everything else</dt>
            <dd>
              The press and the official sources that are named at each event, with the date and, where there
              is one, an archived copy.
            </dd>
          </dl>
        </Section>

        <Section title="Licence and credit" id="licence">
          <p>{dataLicence}</p>
          <p>{dataCredit}</p>
        </Section>

        <Section title="What Apogee does not hold" id="limits">
          <p>
            Nothing leaked and nothing classified. Nothing on how weapons are built. Only what was reported in
            public, with its source. A hedge in a source is kept, and so is a disagreement between sources;
            Apogee does not say who is right.
          </p>
        </Section>

        <Section title="The software" id="software">
          <p>
            Apogee is free software under the Apache License 2.0. The licence covers the software; it gives no
            rights in the sources named above.
          </p>
        </Section>
      </div>
    </>
  );
}
