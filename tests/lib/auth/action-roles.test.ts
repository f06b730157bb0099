import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import * as commands from '@/lib/catalogue/commands';
import { addEntry } from '@/lib/catalogue/entry-commands';
import { uploadFile } from '@/lib/catalogue/import/upload-commands';
import { receiveCorrection } from '@/lib/catalogue/reader-correction-commands';
import { submitDraft } from '@/lib/catalogue/review-commands';
import { db, type Prisma } from '@/lib/db/client';
import { testDatabase } from '../../support/database';
import { doubtfulEvent } from '../../support/doubtful-event';
import { aSystem } from '../../support/entries';
import { anEvent, people } from '../../support/factories';
import { Redirect } from '../../support/next-request';
import { as, filesUnder, may, type Needed, signInWalkers, walkers } from '../../support/walkers';

vi.mock('next/headers', async () => (await import('../../support/next-request')).nextHeaders);
vi.mock('next/cache', async () => (await import('../../support/next-request')).nextCache);
vi.mock('next/link', async () => (await import('../../support/next-request')).nextLink);
vi.mock('next/navigation', async () => (await import('../../support/next-request')).nextNavigation);

testDatabase();
beforeAll(signInWalkers);

const formOf = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const byEditor = { actor: people.editor, reason: 'test', holdSeconds: 600 };
const draft = async () => (await commands.recordEvent(anEvent({ status: 'draft' }), byEditor)).event;
const published = async () => (await commands.recordEvent(anEvent(), byEditor)).event;

/** An uploaded file in a state that it would be in after the worker has been at it. */
async function upload(
  state: 'reading' | 'unmapped' | 'ready',
  report: Prisma.InputJsonObject = {},
): Promise<number> {
  const id = await uploadFile({ name: 'x.csv', bytes: new Uint8Array([1]) }, people.editor);
  await db().import.update({ where: { id }, data: { state, report, digest: 'x' } });
  return id;
}

/** A reader's correction of an event that was corrected since: its id. */
async function corrected(): Promise<string> {
  const { slug } = await published();
  await receiveCorrection(slug, { text: 'It was two.', evidenceUrl: 'https://example.org/two' });
  await commands.editEvent(slug, 1, anEvent({ notes: 'Two.' }), byEditor);
  return String((await db().readerCorrection.findFirstOrThrow({ orderBy: { id: 'desc' } })).id);
}

let named = 0;
const newName = () => {
  named += 1;
  return `Walked ${named}`;
};
const system = async () => (await addEntry('system', aSystem({ name: newName() }), byEditor)).id;

/** What each server action of the desk takes, and a form that it does its work with. */
type ActionCase = {
  needed: Needed;
  form: () => Promise<FormData>;
  /** Does its work without leaving the page. */
  answers?: true;
};
const deskActions: Record<string, Record<string, ActionCase>> = {
  'app/desk/events/actions.ts': {
    saveEvent: {
      needed: 'analyst',
      form: async () =>
        formOf({
          country: 'KP',
          localDate: '2020-04-14',
          'salvos.0.countMin': '1',
          'salvos.0.class': 'CM',
        }),
    },
    publish: {
      needed: 'editor',
      form: async () => {
        const { slug, revision } = await draft();
        return formOf({ slug, revision: String(revision), status: 'confirmed' });
      },
    },
    undoPublication: { needed: 'editor', form: async () => formOf({ slug: (await published()).slug }) },
    discard: { needed: 'analyst', form: async () => formOf({ slug: (await draft()).slug }) },
  },
  'app/desk/import/actions.ts': {
    mapImport: {
      needed: 'editor',
      form: async () => {
        const id = await upload('unmapped', { sheets: [{ name: 'x', columns: ['Date'], examples: [null] }] });
        const choices = { sheet: 'x', assessor: 'CNS', country: 'KP', rowIs: 'missile', clock: 'utc' };
        return formOf({ id: String(id), ...choices, 'column.0': 'date' });
      },
    },
    applyImport: { needed: 'editor', form: async () => formOf({ id: String(await upload('ready')) }) },
    replan: { needed: 'editor', form: async () => formOf({ id: String(await upload('ready')) }) },
    cancel: { needed: 'editor', form: async () => formOf({ id: String(await upload('ready')) }) },
    restart: { needed: 'editor', form: async () => formOf({ id: String(await upload('reading')) }) },
    forget: { needed: 'editor', form: async () => formOf({ fingerprint: 'date' }) },
  },
  'app/desk/review/actions.ts': {
    submitForReview: { needed: 'analyst', form: async () => formOf({ about: (await draft()).slug }) },
    returnToBeWorkedOn: {
      needed: 'editor',
      form: async () => {
        const { slug } = await submitDraft((await draft()).slug, byEditor);
        return formOf({ about: slug, text: 'One source more.' });
      },
    },
    comment: { needed: 'analyst', form: async () => formOf({ about: (await draft()).slug, text: 'Hm.' }) },
    takeUp: { needed: 'editor', form: async () => formOf({ id: await corrected(), revision: '2' }) },
    decline: {
      needed: 'editor',
      form: async () => formOf({ about: await corrected(), text: 'It was one.' }),
    },
  },
  'app/desk/doubts/actions.ts': {
    decideDoubt: { needed: 'analyst', form: async () => formOf(await doubtfulEvent()) },
    reopenDoubt: { needed: 'analyst', form: async () => formOf(await doubtfulEvent({ isDecided: true })) },
  },
  'app/desk/entries/actions.ts': {
    saveEntry: {
      needed: 'analyst',
      form: async () => formOf({ kind: 'system', name: newName(), country: 'KP', class: 'CM' }),
    },
    mergeEntry: {
      needed: 'editor',
      form: async () => formOf({ kind: 'system', id: await system(), into: await system() }),
    },
    removeEntry: { needed: 'editor', form: async () => formOf({ kind: 'system', id: await system() }) },
  },
  'app/desk/events/[slug]/actions.ts': {
    adopt: {
      needed: 'analyst',
      answers: true,
      form: async () => formOf({ slug: (await draft()).slug, revision: '1', adopt: '0.distanceKm.0' }),
    },
    addOneAssessment: {
      needed: 'analyst',
      answers: true,
      form: async () =>
        formOf({
          slug: (await draft()).slug,
          'assessments.0.assessor': 'Japan MOD',
          'assessments.0.text': 'It flew about 150 km.',
        }),
    },
    changeStatus: {
      needed: 'editor',
      form: async () =>
        formOf({
          slug: (await published()).slug,
          revision: '1',
          status: 'confirmed',
          reason: 'Seen by both.',
        }),
    },
  },
};

/** For anyone: these are held by rate limits or by a secret in a link. */
const openActions: Record<string, string[]> = {
  'app/sign-in/actions.ts': ['signInHere', 'signOutHere'],
  'app/setup/actions.ts': ['createFirstAccount'],
  'app/subscribe/actions.ts': ['subscribe'],
  'app/events/actions.ts': ['tellEditors'],
};

test('every server action is in the tables, and none hides in a page', () => {
  const files = ['app', 'components', 'lib']
    .flatMap(filesUnder)
    .filter((file) => /\.tsx?$/.test(file) && /['"]use server['"]/.test(readFileSync(file, 'utf8')));
  expect(files.filter((file) => !/^app\/.*actions\.ts$/.test(file))).toEqual([]);
  for (const file of files) {
    const exported = [...readFileSync(file, 'utf8').matchAll(/^export (?:async function|const) (\w+)/gm)].map(
      ([, name]) => name,
    );
    const known = openActions[file] ?? Object.keys(deskActions[file] ?? {});
    expect([file, ...exported.sort()]).toEqual([file, ...known.sort()]);
  }
});

for (const [file, actions] of Object.entries(deskActions))
  for (const [name, { needed, form, answers }] of Object.entries(actions))
    test.each(walkers)(`${name} takes ${needed}: %s`, async (walker) => {
      const module: Record<string, unknown> = await import(path.resolve(file));
      const action = module[name] as (before: unknown, data: FormData) => Promise<unknown>;
      const data = await form();
      as(walker);
      const outcome = await action(null, data).catch((error: unknown) => error);
      if (may(walker, needed) && answers) expect(outcome).toMatchObject({ code: null });
      else if (may(walker, needed)) expect(outcome).toBeInstanceOf(Redirect);
      else expect(outcome).toMatchObject({ code: walker === 'anonymous' ? 'unauthenticated' : 'forbidden' });
    });
