import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { adoptFigure, takeBackAdoption } from '@/lib/catalogue/adoption-commands';
import * as commands from '@/lib/catalogue/commands';
import * as contextCommands from '@/lib/catalogue/context-commands';
import { keepDecision, takeBackDecision } from '@/lib/catalogue/doubts/doubt-commands';
import * as entryCommands from '@/lib/catalogue/entry-commands';
import type { KnownLayout } from '@/lib/catalogue/import/dry-run';
import { importFile } from '@/lib/catalogue/import/import-commands';
import * as uploads from '@/lib/catalogue/import/upload-commands';
import { patchEvent } from '@/lib/catalogue/patch-commands';
import type { Actor } from '@/lib/catalogue/permissions';
import * as corrections from '@/lib/catalogue/reader-correction-commands';
import * as review from '@/lib/catalogue/review-commands';
import { db } from '@/lib/db/client';
import { testDatabase } from '../../support/database';
import { doubtfulEvent } from '../../support/doubtful-event';
import { aContextItem, aSystem } from '../../support/entries';
import { aCitation, anEvent, people } from '../../support/factories';
import { as, filesUnder, may, type Needed, signInWalkers, walkers } from '../../support/walkers';

testDatabase();
beforeAll(signInWalkers);

/** By the command's name: what it takes, each way of calling it by itself. */
type Cases = Record<string, { needed: Needed; run: (actor: Actor) => Promise<unknown> }[]>;

const change = (actor: Actor) => ({ actor, reason: 'test', holdSeconds: 600 });
const anAssessment = { assessor: 'Japan MOD', text: 'Flew about 150 km.' };
const byEditor = change(people.editor);
const draft = async () => (await commands.recordEvent(anEvent({ status: 'draft' }), byEditor)).event;
const published = async () => (await commands.recordEvent(anEvent(), byEditor)).event;

const ofEvents: Cases = {
  recordEvent: [
    { needed: 'analyst', run: (actor) => commands.recordEvent(anEvent({ status: 'draft' }), change(actor)) },
    { needed: 'editor', run: (actor) => commands.recordEvent(anEvent(), change(actor)) },
  ],
  editEvent: [
    {
      needed: 'analyst',
      run: async (actor) =>
        commands.editEvent((await draft()).slug, 1, anEvent({ status: 'draft', notes: 'n' }), change(actor)),
    },
    {
      needed: 'editor',
      run: async (actor) => commands.editEvent((await draft()).slug, 1, anEvent(), change(actor)),
    },
    {
      needed: 'editor',
      run: async (actor) =>
        commands.editEvent((await published()).slug, 1, anEvent({ notes: 'corrected' }), change(actor)),
    },
  ],
  withdrawEvent: [
    {
      needed: 'editor',
      run: async (actor) => commands.withdrawEvent((await published()).slug, 'No launch.', change(actor)),
    },
  ],
  addAssessment: [
    {
      needed: 'analyst',
      run: async (actor) => commands.addAssessment((await draft()).slug, anAssessment, change(actor)),
    },
    {
      needed: 'editor',
      run: async (actor) => commands.addAssessment((await published()).slug, anAssessment, change(actor)),
    },
  ],
  publishEvent: [
    {
      needed: 'editor',
      run: async (actor) => commands.publishEvent((await draft()).slug, 'preliminary', change(actor)),
    },
  ],
  recallEvent: [
    { needed: 'editor', run: async (actor) => commands.recallEvent((await published()).slug, change(actor)) },
  ],
  discardDraft: [
    { needed: 'analyst', run: async (actor) => commands.discardDraft((await draft()).slug, change(actor)) },
  ],
  loadEvents: [
    {
      needed: 'editor',
      run: (actor) => db().$transaction((tx) => commands.loadEvents(tx, [], { actor, reason: 'test' })),
    },
  ],
};

const distance = { salvo: 0, figure: 'distanceKm' };
const adopted = async (status: 'draft' | 'preliminary') => {
  const { event } = await commands.recordEvent(
    anEvent({
      status,
      assessments: [{ ...anAssessment, figures: { distanceKm: 140 } }],
      citations: [aCitation],
    }),
    byEditor,
  );
  return (await adoptFigure(event.slug, 1, { ...distance, assessment: 0 }, byEditor)).event.slug;
};

const ofAdoptions: Cases = {
  adoptFigure: [
    {
      needed: 'analyst',
      run: async (actor) =>
        adoptFigure((await draft()).slug, 1, { ...distance, assessment: 0 }, change(actor)),
    },
    {
      needed: 'editor',
      run: async (actor) =>
        adoptFigure((await published()).slug, 1, { ...distance, assessment: 0 }, change(actor)),
    },
  ],
  takeBackAdoption: [
    {
      needed: 'analyst',
      run: async (actor) => takeBackAdoption(await adopted('draft'), 2, distance, change(actor)),
    },
    {
      needed: 'editor',
      run: async (actor) => takeBackAdoption(await adopted('preliminary'), 2, distance, change(actor)),
    },
  ],
};

const { loadContextItems, addContextItem, editContextItem, mergeContextItems, deleteContextItem } =
  contextCommands;
let named = 0;
const newName = () => {
  named += 1;
  return `Walked ${named}`;
};
const item = async () => (await addContextItem(aContextItem({ title: newName() }), byEditor)).slug;

const ofContext: Cases = {
  loadContextItems: [
    {
      needed: 'editor',
      run: (actor) => db().$transaction((tx) => loadContextItems(tx, [], { actor, reason: 'test' })),
    },
  ],
  addContextItem: [
    { needed: 'editor', run: (actor) => addContextItem(aContextItem({ title: newName() }), change(actor)) },
  ],
  editContextItem: [
    {
      needed: 'editor',
      run: async (actor) => editContextItem(await item(), aContextItem(), 1_000_000, change(actor)),
    },
  ],
  mergeContextItems: [
    {
      needed: 'editor',
      run: async (actor) => mergeContextItems(await item(), await item(), change(actor)),
    },
  ],
  deleteContextItem: [
    { needed: 'editor', run: async (actor) => deleteContextItem(await item(), change(actor)) },
  ],
};

const { addEntry, editEntry, mergeEntries, deleteEntry } = entryCommands;
const system = async () => (await addEntry('system', aSystem({ name: newName() }), byEditor)).id;
const renaming = { seen: 1_000_000, keepOldName: true, classToSalvos: false };

const ofEntries: Cases = {
  addEntry: [
    {
      needed: 'analyst',
      run: (actor) => addEntry('system', aSystem({ name: newName() }), change(actor)),
    },
    {
      needed: 'analyst',
      run: (actor) => addEntry('assessor', { name: newName() }, change(actor)),
    },
  ],
  editEntry: [
    {
      needed: 'editor',
      run: async (actor) =>
        editEntry('system', await system(), aSystem({ name: newName() }), renaming, change(actor)),
    },
  ],
  mergeEntries: [
    {
      needed: 'editor',
      run: async (actor) => mergeEntries('system', await system(), await system(), change(actor)),
    },
  ],
  deleteEntry: [
    { needed: 'editor', run: async (actor) => deleteEntry('system', await system(), change(actor)) },
  ],
};

const ofDoubts: Cases = {
  keepDecision: [
    {
      needed: 'analyst',
      run: async (actor) => {
        const { slug, key } = await doubtfulEvent();
        return keepDecision(slug, { key, note: '' }, { actor });
      },
    },
  ],
  takeBackDecision: [
    {
      needed: 'analyst',
      run: async (actor) => {
        const { slug, key } = await doubtfulEvent({ isDecided: true });
        return takeBackDecision(slug, key, { actor });
      },
    },
  ],
};

const ofPatches: Cases = {
  patchEvent: [
    {
      needed: 'analyst',
      run: async (actor) => patchEvent((await draft()).slug, { notes: 'n' }, null, change(actor)),
    },
    {
      needed: 'editor',
      run: async (actor) => patchEvent((await draft()).slug, { status: 'confirmed' }, null, change(actor)),
    },
    {
      needed: 'editor',
      run: async (actor) => patchEvent((await published()).slug, { notes: 'n' }, null, change(actor)),
    },
  ],
};

const inReview = async () => (await review.submitDraft((await draft()).slug, byEditor)).slug;
const ofReview: Cases = {
  submitDraft: [
    { needed: 'analyst', run: async (actor) => review.submitDraft((await draft()).slug, change(actor)) },
  ],
  returnDraft: [
    { needed: 'editor', run: async (actor) => review.returnDraft(await inReview(), change(actor)) },
  ],
  addComment: [
    { needed: 'analyst', run: async (actor) => review.addComment((await draft()).slug, 'Hm.', { actor }) },
  ],
};

const correction = { text: 'It was two.', evidenceUrl: 'https://example.org/two' };
async function received() {
  const { slug } = await published();
  await corrections.receiveCorrection(slug, correction);
  await commands.editEvent(slug, 1, anEvent({ notes: 'Two.' }), byEditor);
  return (await db().readerCorrection.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
}
const ofCorrections: Cases = {
  receiveCorrection: [
    {
      needed: 'anyone',
      run: async () => corrections.receiveCorrection((await published()).slug, correction),
    },
  ],
  takeUpCorrection: [
    {
      needed: 'editor',
      run: async (actor) =>
        corrections.takeUpCorrection(await received(), { revision: 2, byName: true }, { actor }),
    },
  ],
  declineCorrection: [
    {
      needed: 'editor',
      run: async (actor) => corrections.declineCorrection(await received(), 'It was one.', { actor }),
    },
  ],
};

const ownForm: KnownLayout = {
  kind: 'own',
  tables: [{ name: 'x', columns: ['country', 'localDate', 'countMin'], rows: [['KP', '2020-04-14', 1]] }],
};
const upload = async (state: 'reading' | 'ready') => {
  const id = await uploads.uploadFile({ name: 'x.csv', bytes: new Uint8Array([1]) }, people.editor);
  await db().import.update({ where: { id }, data: { state, report: {}, digest: 'x' } });
  return id;
};
const mapping = {
  sheet: 'x',
  rowIs: 'missile',
  clock: 'utc',
  country: 'KP',
  assessor: 'CNS',
  columns: { date: 0 },
};

const ofImports: Cases = {
  importFile: [
    {
      needed: 'editor',
      run: (actor) => importFile(ownForm, { ...change(actor), holdSeconds: null }, { createUnknown: false }),
    },
  ],
};

const ofUploads: Cases = {
  uploadFile: [
    {
      needed: 'editor',
      run: (actor) => uploads.uploadFile({ name: 'x.csv', bytes: new Uint8Array([1]) }, actor),
    },
  ],
  mapColumns: [
    {
      needed: 'editor',
      run: async (actor) => uploads.mapColumns(await upload('ready'), ['Date'], mapping, actor),
    },
  ],
  forgetMapping: [{ needed: 'editor', run: (actor) => uploads.forgetMapping('date', actor) }],
  replanImport: [
    { needed: 'editor', run: async (actor) => uploads.replanImport(await upload('ready'), true, actor) },
  ],
  applyUpload: [
    {
      needed: 'editor',
      run: async (actor) =>
        uploads.applyUpload(await upload('ready'), { sendAlerts: false, reason: '' }, actor),
    },
  ],
  cancelImport: [
    { needed: 'editor', run: async (actor) => uploads.cancelImport(await upload('ready'), actor) },
  ],
  restartImport: [
    { needed: 'editor', run: async (actor) => uploads.restartImport(await upload('reading'), actor) },
  ],
};

/** Every file of commands. */
const files: Record<string, Cases> = {
  'lib/catalogue/patch-commands.ts': ofPatches,
  'lib/catalogue/reader-correction-commands.ts': ofCorrections,
  'lib/catalogue/review-commands.ts': ofReview,
  'lib/catalogue/adoption-commands.ts': ofAdoptions,
  'lib/catalogue/commands.ts': ofEvents,
  'lib/catalogue/context-commands.ts': ofContext,
  'lib/catalogue/import/import-commands.ts': ofImports,
  'lib/catalogue/import/upload-commands.ts': ofUploads,
  'lib/catalogue/doubts/doubt-commands.ts': ofDoubts,
  'lib/catalogue/entry-commands.ts': ofEntries,
};

/** For callers that have checked the role already, inside a transaction of their own. */
const isStep = (name: string) => /In$/.test(name);

test('every command is in the table', async () => {
  const found = ['lib', 'app'].flatMap(filesUnder).filter((file) => /(^|[-/])commands\.ts$/.test(file));
  expect(found.sort()).toEqual(Object.keys(files).sort());
  for (const [file, cases] of Object.entries(files)) {
    const exported = Object.keys(await import(path.resolve(file)));
    expect(Object.keys(cases).sort()).toEqual(exported.filter((name) => !isStep(name)).sort());
  }
});

for (const [name, cases] of Object.values(files).flatMap(Object.entries<Cases[string]>))
  for (const { needed, run } of cases)
    test.each(walkers)(`${name} takes ${needed}: %s`, async (walker) => {
      const before = await db().event.count();
      const attempt = run(as(walker));
      if (may(walker, needed)) await expect(attempt).resolves.not.toThrow();
      else await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
      // Nothing but what the test itself laid out was written by somebody who may not.
      if (!may(walker, needed)) expect(await db().event.count()).toBeLessThanOrEqual(before + 1);
    });
