import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isValidElement } from 'react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { RoleNotice } from '@/components/desk/role-notice';
import { createAccount } from '@/lib/auth/accounts';
import { actorOf } from '@/lib/auth/actor';
import { requiredRole } from '@/lib/auth/required-role';
import * as commands from '@/lib/catalogue/commands';
import { type Actor, anonymous } from '@/lib/catalogue/permissions';
import { type Role, roles } from '@/lib/catalogue/vocabulary';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { testDatabase } from '../../support/database';
import { anEvent, people } from '../../support/factories';
import { NotFound, Redirect, request } from '../../support/next-request';
import { signedIn } from '../../support/sign-in';

vi.mock('next/headers', async () => (await import('../../support/next-request')).nextHeaders);
vi.mock('next/cache', async () => (await import('../../support/next-request')).nextCache);
vi.mock('next/link', async () => (await import('../../support/next-request')).nextLink);
vi.mock('next/navigation', async () => (await import('../../support/next-request')).nextNavigation);

testDatabase();

type Needed = Role | 'anyone';
const walkers = ['anonymous', ...roles] as const;
type Walker = (typeof walkers)[number];

const may = (walker: Walker, needed: Needed) =>
  needed === 'anyone' || (walker !== 'anonymous' && roles.indexOf(walker) >= roles.indexOf(needed));

const actors = new Map<Walker, { actor: Actor; headers: Headers }>([
  ['anonymous', { actor: anonymous, headers: new Headers() }],
]);

beforeAll(async () => {
  for (const role of roles) {
    const account = { name: role, email: `${role}@example.org`, password: 'correct horse battery', role };
    await createAccount(account);
    const headers = await signedIn(account);
    actors.set(role, { actor: await actorOf(headers), headers });
  }
});

function as(walker: Walker): Actor {
  const found = actors.get(walker);
  if (!found) throw new Error(walker);
  request.headers = found.headers;
  return found.actor;
}

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));

const change = (actor: Actor) => ({ actor, reason: 'test', holdSeconds: 600 });
const anAssessment = { assessor: 'Japan MOD', text: 'Flew about 150 km.' };
const byEditor = change(people.editor);
const draft = async () => (await commands.recordEvent(anEvent({ status: 'draft' }), byEditor)).event;
const published = async () => (await commands.recordEvent(anEvent(), byEditor)).event;

// ------------------------------------------------------------ commands

const commandRoles: Record<string, { needed: Role; run: (actor: Actor) => Promise<unknown> }[]> = {
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

describe('commands', () => {
  test('every command is in the table', () => {
    const known = Object.keys(commandRoles).sort();
    expect(known).toEqual(
      Object.keys(commands)
        .filter((name) => !/^(record|change)In$/.test(name))
        .sort(),
    );
  });

  for (const [name, cases] of Object.entries(commandRoles))
    for (const { needed, run } of cases)
      test.each(walkers)(`${name} takes ${needed}: %s`, async (walker) => {
        const before = await db().event.count();
        const attempt = run(as(walker));
        if (may(walker, needed)) await expect(attempt).resolves.not.toThrow();
        else await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
        // Nothing but what the test itself laid out was written by somebody who may not.
        if (!may(walker, needed)) expect(await db().event.count()).toBeLessThanOrEqual(before + 1);
      });
});

// ------------------------------------------------------------ actions

/** What each server action takes. Those for anyone are held by rate limits or by a secret in a link. */
const actionRoles: Record<string, Needed> = {
  'app/desk/events/actions.ts saveDraft': 'analyst',
  'app/desk/events/actions.ts publish': 'editor',
  'app/desk/events/actions.ts undoPublication': 'editor',
  'app/desk/events/actions.ts discard': 'analyst',
  'app/sign-in/actions.ts signInHere': 'anyone',
  'app/sign-in/actions.ts signOutHere': 'anyone',
  'app/setup/actions.ts createFirstAccount': 'anyone',
  'app/subscribe/actions.ts subscribe': 'anyone',
};

const formOf = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe('server actions', () => {
  test('every server action is in the table, and none hides in a page', () => {
    const files = ['app', 'components', 'lib']
      .flatMap(filesUnder)
      .filter((file) => /\.tsx?$/.test(file) && /['"]use server['"]/.test(readFileSync(file, 'utf8')));
    expect(files.filter((file) => !/^app\/.*actions\.ts$/.test(file))).toEqual([]);
    const found = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^export (?:async function|const) (\w+)/gm)].map(
        ([, name]) => `${file} ${name}`,
      ),
    );
    expect(found.filter((action) => actionRoles[action] === undefined)).toEqual([]);
  });

  const attempts: Record<string, () => Promise<FormData>> = {
    saveDraft: async () =>
      formOf({
        country: 'KP',
        localDate: '2020-04-14',
        'salvos.0.countMin': '1',
        'salvos.0.class': 'CM',
      }),
    publish: async () => {
      const { slug, revision } = await draft();
      return formOf({ slug, revision: String(revision), status: 'confirmed' });
    },
    undoPublication: async () => formOf({ slug: (await published()).slug }),
    discard: async () => formOf({ slug: (await draft()).slug }),
  };

  for (const [name, dataFor] of Object.entries(attempts)) {
    const needed = actionRoles[`app/desk/events/actions.ts ${name}`] ?? 'admin';
    test.each(walkers)(`${name} takes ${needed}: %s`, async (walker) => {
      const actions: Record<string, unknown> = await import('@/app/desk/events/actions');
      const action = actions[name] as (before: unknown, data: FormData) => Promise<unknown>;
      const data = await dataFor();
      as(walker);
      const outcome = await action(null, data).catch((error: unknown) => error);
      if (may(walker, needed)) expect(outcome).toBeInstanceOf(Redirect);
      else expect(outcome).toMatchObject({ code: walker === 'anonymous' ? 'unauthenticated' : 'forbidden' });
    });
  }
});

// ------------------------------------------------------------ pages and routes

/** What each page of the desk takes. Pages outside it are for anyone. */
const deskPages: Record<string, Role> = {
  '/desk': 'viewer',
  '/desk/events/new': 'analyst',
  '/desk/events/[slug]': 'analyst',
  '/desk/events/[slug]/edit': 'analyst',
  '/desk/mail': 'analyst',
  '/desk/mail/outbox/[file]': 'analyst',
};

const openPages = [
  '/',
  '/about',
  '/alerts/[token]',
  '/alerts/[token]/unsubscribe/[id]',
  '/events',
  '/events/[slug]',
  '/setup',
  '/sign-in',
  '/subscribe',
  '/subscribe/confirm/[token]',
];

/** Routes answer anyone, or check a key or a secret of their own: tests/app/api walks those. */
const routes = [
  '/api/health',
  '/api/mailed-links/confirm/[token]',
  '/api/mailed-links/subscriber/[token]',
  '/api/mailed-links/unsubscribe/[token]/[id]',
  '/api/v1/[...path]',
  '/api/v1/events',
  '/api/v1/events/[slug]',
  '/api/v1/events/[slug]/novelty',
  '/api/v1/stats/counts',
  '/api/v1/subscriptions',
];

const pathsOf = (name: string) =>
  filesUnder('app')
    .filter((file) => path.basename(file) === name)
    .map((file) => path.dirname(file).replace(/^app/, '') || '/');

describe('pages and routes', () => {
  test('every page and every route is in the tables', () => {
    const known = [...Object.keys(deskPages), ...openPages];
    expect(pathsOf('page.tsx').filter((page) => !known.includes(page))).toEqual([]);
    expect(pathsOf('route.ts').filter((route) => !routes.includes(route))).toEqual([]);
    for (const [page, needed] of Object.entries(deskPages)) expect(requiredRole(page)).toBe(needed);
    for (const page of openPages) expect(requiredRole(page)).toBe('anyone');
  });

  for (const page of pathsOf('page.tsx').filter((found) => found.startsWith('/desk'))) {
    const needed = deskPages[page] ?? 'admin';
    test.each(walkers)(`${page} takes ${needed}: %s`, async (walker) => {
      const { default: Page } = await import(path.resolve(`app${page}/page.tsx`));
      const { slug } = await draft();
      as(walker);
      const shown: unknown = await Page({
        params: Promise.resolve({ slug, file: 'none.eml' }),
        searchParams: Promise.resolve({}),
      }).catch((error: unknown) => error);
      const isRefused =
        (isValidElement(shown) && shown.type === RoleNotice) ||
        (shown instanceof AppError && shown.code === 'forbidden');
      if (walker === 'anonymous') {
        expect(shown).toBeInstanceOf(Redirect);
        expect(String(shown)).toContain('/sign-in?next=%2Fdesk');
      } else if (may(walker, needed)) {
        expect(isRefused).toBe(false);
        expect(isValidElement(shown) || shown instanceof NotFound).toBe(true);
      } else expect(isRefused).toBe(true);
    });
  }
});
