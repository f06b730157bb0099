import { kindOfChange } from '@/lib/catalogue/change-kind';
import type { Change } from '@/lib/catalogue/commands';
import { keepEdit } from '@/lib/catalogue/edit-trail';
import { type EventReferences, readReferences } from '@/lib/catalogue/event-parts';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { insertEvents, replaceEvents } from '@/lib/catalogue/event-rows';
import { holdChangeAlert, holdNewEventAlert } from '@/lib/catalogue/held-alerts';
import { allow, canPublish } from '@/lib/catalogue/permissions';
import { type Authorship, saveRevisions } from '@/lib/catalogue/revisions';
import { inTransaction } from '@/lib/catalogue/transaction';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { readCatalogueState } from './catalogue-state';
import { digestOf, type ImportOptions, type KnownLayout, type Watch } from './dry-run';
import type { Plan, PlannedEvent } from './plan';
import { planFile } from './plan-file';

/**
 * Import a file: all that can be read of it, in one transaction, or nothing. Each event that is new or changed gets a
 * revision, the catalogue's version goes up once; where nothing is to be done, neither.
 * @param change with `holdSeconds` null nobody is told
 * @param alongside what else is written with it, or not at all
 * @throws AppError `forbidden` below editor, `conflict` where the catalogue has changed so that it would do something else
 *   than `expected`
 */
export async function importFile(
  layout: KnownLayout,
  change: Change,
  options: ImportOptions,
  alongside?: (tx: Tx, plan: Plan) => Promise<void>,
): Promise<Plan> {
  allow(canPublish(change.actor), 'Importing takes the role of editor.');
  const now = change.now ?? new Date();
  const work = async (tx: Tx) => {
    const state = await readCatalogueState(tx, now);
    const onProgress = (done: number, total: number) => options.watch?.('comparing', done, total);
    return {
      state,
      plan: await planFile(layout, state, { createUnknown: options.createUnknown, onProgress }),
    };
  };
  // Worked out before the catalogue is locked, and again only where it has changed meanwhile.
  const early = await work(db());
  return inTransaction(
    async (tx) => {
      const { version } = await tx.catalogue.findUniqueOrThrow({ where: { id: 1 } });
      const { state, plan } = version === early.state.version ? early : await work(tx);
      if (options.expected !== undefined && options.expected !== digestOf(plan))
        throw new AppError(
          'conflict',
          'The catalogue was changed since you looked: this file would now do something else. Look again.',
        );
      await writePlan(tx, plan, state.ids, { ...change, now }, options.watch);
      await alongside?.(tx, plan);
      return plan;
    },
    (plan) => plan.events.some(({ kind }) => kind !== 'unchanged'),
  );
}

const atOnce = 500;

async function writePlan(
  tx: Tx,
  plan: Plan,
  ids: Map<string, number>,
  change: Change & { now: Date },
  watch?: Watch,
): Promise<void> {
  const changed = plan.events.filter(({ kind }) => kind !== 'unchanged');
  if (changed.length === 0) return;
  await addNames(tx, plan, change);
  const references = await readReferences(tx);
  for (let from = 0; from < changed.length; from += atOnce) {
    await watch?.('writing', from, changed.length);
    const batch = changed.slice(from, from + atOnce);
    await insertNew(
      tx,
      batch.filter(({ kind }) => kind === 'new'),
      change,
    );
    await replaceChanged(
      tx,
      batch.filter(({ kind }) => kind === 'changed'),
      ids,
      references,
      change,
    );
  }
  await watch?.('writing', changed.length, changed.length);
}

async function addNames(tx: Tx, { newSystems, newSites }: Plan, change: Authorship): Promise<void> {
  await tx.system.createMany({
    data: newSystems.map(({ id, name, country, class: classId }) => ({
      id,
      name,
      countryId: country,
      classId,
    })),
  });
  await tx.systemAlias.createMany({
    data: newSystems.flatMap(({ id, aliases }) => aliases.map((alias) => ({ systemId: id, alias }))),
  });
  await tx.site.createMany({
    data: newSites.map(({ id, name, country, latitude, longitude }) => ({
      id,
      name,
      countryId: country,
      latitude,
      longitude,
    })),
  });
  await tx.siteAlias.createMany({
    data: newSites.flatMap(({ id, aliases }) => aliases.map((alias) => ({ siteId: id, alias }))),
  });
  for (const { id, name, country, class: classId, aliases } of newSystems) {
    const after = { id, name, country, class: classId, aliases, notes: null };
    await keepEdit(tx, 'system', { id, edit: 'added', before: null, after }, change);
  }
  for (const site of newSites) {
    const after = { ...site, positionPrecision: null };
    await keepEdit(tx, 'site', { id: site.id, edit: 'added', before: null, after }, change);
  }
}

async function insertNew(tx: Tx, planned: PlannedEvent[], change: Change & { now: Date }): Promise<void> {
  const events = planned.map(({ event, slug }) => ({ ...event, slug }));
  const ids = await insertEvents(tx, events, change);
  const kept = await saveRevisions(tx, ids, 'recorded', change);
  for (const [index, event] of kept.entries()) await hold(tx, ids[index], event, 'recorded', change);
}

async function replaceChanged(
  tx: Tx,
  planned: PlannedEvent[],
  ids: Map<string, number>,
  references: EventReferences,
  change: Change & { now: Date },
): Promise<void> {
  const replacements = planned.flatMap(({ slug, event, known }) => {
    const id = ids.get(slug);
    return id === undefined || !known ? [] : [{ id, event, kind: kindOfChange(known.status, event.status) }];
  });
  await replaceEvents(tx, replacements, references, change.now);
  for (const kind of new Set(replacements.map((replacement) => replacement.kind))) {
    const ofKind = replacements.filter((replacement) => replacement.kind === kind).map(({ id }) => id);
    const kept = await saveRevisions(tx, ofKind, kind, change);
    for (const [index, event] of kept.entries()) await hold(tx, ofKind[index], event, kind, change);
  }
}

/** Leave the job of the alert, where alerts are asked for. */
async function hold(
  tx: Tx,
  eventId: number | undefined,
  { revision, status }: EventRecord,
  kind: ReturnType<typeof kindOfChange> | 'recorded',
  { holdSeconds, now }: Change & { now: Date },
): Promise<void> {
  if (holdSeconds === null || status === 'draft' || eventId === undefined) return;
  const runAt = new Date(now.getTime() + holdSeconds * 1000);
  if (kind === 'recorded' || kind === 'published') {
    if (status !== 'withdrawn') await holdNewEventAlert(tx, eventId, revision, runAt);
  } else if (kind !== 'corrected' || status !== 'withdrawn')
    await holdChangeAlert(tx, eventId, revision, kind === 'withdrawn' ? 'withdrawal' : 'update', runAt);
}
