import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { adoptFigure, takeBackAdoption } from '@/lib/catalogue/adoption-commands';
import * as commands from '@/lib/catalogue/commands';
import { loadContextItems } from '@/lib/catalogue/context-commands';
import type { Actor } from '@/lib/catalogue/permissions';
import type { Role } from '@/lib/catalogue/vocabulary';
import { db } from '@/lib/db/client';
import { testDatabase } from '../../support/database';
import { aCitation, anEvent, people } from '../../support/factories';
import { as, filesUnder, may, signInWalkers, walkers } from '../../support/walkers';

testDatabase();
beforeAll(signInWalkers);

/** By the command's name: what it takes, each way of calling it by itself. */
type Cases = Record<string, { needed: Role; run: (actor: Actor) => Promise<unknown> }[]>;

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

const ofContext: Cases = {
  loadContextItems: [
    {
      needed: 'editor',
      run: (actor) => db().$transaction((tx) => loadContextItems(tx, [], { actor, reason: 'test' })),
    },
  ],
};

/** Every file of commands. */
const files: Record<string, Cases> = {
  'lib/catalogue/adoption-commands.ts': ofAdoptions,
  'lib/catalogue/commands.ts': ofEvents,
  'lib/catalogue/context-commands.ts': ofContext,
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
