import type { EventFormValues } from '@/lib/catalogue/event-form';
import { toEventForm } from '@/lib/catalogue/event-form-values';
import { eventInclude, eventTitle, sumCounts, toEventRecord } from '@/lib/catalogue/event-record';
import { catalogueVersion, findEventAtDesk, listChoices } from '@/lib/catalogue/queries';
import type { ClassId } from '@/lib/catalogue/vocabulary';
import { db } from '@/lib/db/client';
import { toLocalDate } from '@/lib/format/dates';
import { isStorable } from '@/lib/storable-text';
import { toBasis } from './basis';
import type { ContextOnRecord, Doubt, DoubtBasis, EventOnRecord } from './doubt';
import { doubtsOf } from './doubts-of';
import { enteredInForm } from './entered-event';
import { pagesOf } from './same-page';

/** Somebody looked at a doubt and found the entry right as it is. */
export type Decision = {
  key: string;
  /** What was in doubt, as it was then. */
  message: string;
  note: string | null;
  actor: string;
  decidedAt: Date;
};

export type DecidedDoubt = { doubt: Doubt; decision: Decision | null };

let kept: { version: number; basis: Promise<DoubtBasis> } | null = null;

/** What entries are held against, read once a version of the catalogue. */
export async function readDoubtBasis(): Promise<DoubtBasis> {
  const version = await catalogueVersion();
  if (kept?.version === version) return kept.basis;
  const reading = { version, basis: readBasis() };
  kept = reading;
  reading.basis.catch(() => {
    if (kept === reading) kept = null; // the next one tries again
  });
  return reading.basis;
}

/** What is doubtful about a form, finished or not, with what was decided on it. @param slug null for a new event */
export async function doubtsInForm(
  values: EventFormValues,
  slug: string | null,
  now: Date = new Date(),
): Promise<DecidedDoubt[]> {
  const [basis, decisions] = await Promise.all([readDoubtBasis(), slug ? listDecisions(slug) : []]);
  return doubtsOf(enteredInForm(values, slug, basis.choices), basis, now).map((doubt) => ({
    doubt,
    decision: decisions.find(({ key }) => key === doubt.key) ?? null,
  }));
}

/** The doubts of an event as it is saved: those that stand, and what was decided, the latest first. */
export type DoubtsAtDesk = {
  open: Doubt[];
  /** `stands`: whether what was decided on is still as it was. */
  decided: (Decision & { stands: boolean })[];
};

/** @returns null where there is no such event */
export async function readDoubtsAtDesk(slug: string, now: Date = new Date()): Promise<DoubtsAtDesk | null> {
  const event = isStorable(slug) ? await findEventAtDesk(slug) : null;
  if (!event) return null;
  const doubts = await doubtsInForm(toEventForm(event), slug, now);
  const decisions = await listDecisions(slug);
  return {
    open: doubts.filter(({ decision }) => decision === null).map(({ doubt }) => doubt),
    decided: decisions.map((decision) => ({
      ...decision,
      stands: doubts.some(({ doubt }) => doubt.key === decision.key),
    })),
  };
}

/** Every doubt about what is public and not withdrawn, decided or not, by the events' slugs. */
export async function listDoubts(now: Date): Promise<{ slug: string; title: string; doubts: Doubt[] }[]> {
  const basis = await readDoubtBasis();
  const rows = await db().event.findMany({
    where: { status: { notIn: ['draft', 'withdrawn'] } },
    orderBy: [{ localDate: 'desc' }, { id: 'desc' }],
    include: eventInclude,
  });
  const listed = [];
  for (const [index, row] of rows.entries()) {
    // Thousands of events take seconds: whoever else asks for a page does not wait for all of them.
    if (index % 50 === 49) await new Promise((resolve) => setImmediate(resolve));
    const event = toEventRecord(row);
    const entered = enteredInForm(toEventForm(event), event.slug, basis.choices);
    listed.push({ slug: event.slug, title: event.title, doubts: doubtsOf(entered, basis, now) });
  }
  return listed;
}

/** The keys of all that was decided, by the events' slugs. */
export async function listDecidedKeys(): Promise<Map<string, Set<string>>> {
  const rows = await db().doubtDecision.findMany({
    select: { key: true, event: { select: { slug: true } } },
  });
  const bySlug = new Map<string, Set<string>>();
  for (const { key, event } of rows) bySlug.set(event.slug, (bySlug.get(event.slug) ?? new Set()).add(key));
  return bySlug;
}

async function listDecisions(slug: string): Promise<Decision[]> {
  return db().doubtDecision.findMany({
    where: { event: { slug } },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    select: { key: true, message: true, note: true, actor: true, decidedAt: true },
  });
}

async function readBasis(): Promise<DoubtBasis> {
  const pages = { select: { url: true, archivedUrl: true } } as const;
  const [events, contextItems, sites, choices] = await Promise.all([
    db().event.findMany({
      include: {
        country: true,
        salvos: { orderBy: { position: 'asc' }, include: { site: true } },
        citations: pages,
      },
    }),
    db().contextItem.findMany({ include: { citations: pages } }),
    db().site.findMany({ where: { latitude: { not: null } } }),
    listChoices(),
  ]);
  const positions = sites.flatMap(({ id, latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [[id, { latitude, longitude }] as const],
  );
  return toBasis(
    events.map((event): EventOnRecord => {
      const salvos = event.salvos.map((salvo) => ({
        ...salvo,
        class: salvo.classId as ClassId,
        siteName: salvo.site?.name ?? salvo.siteText,
      }));
      return {
        slug: event.slug,
        title: eventTitle(event.country.name, toLocalDate(event.localDate, event.datePrecision), salvos),
        status: event.status,
        country: event.countryId,
        firstDay: event.localDate.toISOString().slice(0, 10),
        lastDay: event.localDateLast.toISOString().slice(0, 10),
        missiles: sumCounts(salvos),
        places: salvos.map(({ siteId, siteText }) => ({ site: siteId, text: siteText })),
        figures: salvos,
        pages: [...new Set(event.citations.flatMap(pagesOf))],
      };
    }),
    contextItems.map(
      ({ slug, title, date, citations }): ContextOnRecord => ({
        slug,
        title,
        date: date.toISOString().slice(0, 10),
        pages: [...new Set(citations.flatMap(pagesOf))],
      }),
    ),
    choices,
    new Map(positions),
  );
}
