import path from 'node:path';
import { isValidElement } from 'react';
import { beforeAll, expect, test, vi } from 'vitest';
import { RoleNotice } from '@/components/desk/role-notice';
import { requiredRole } from '@/lib/auth/required-role';
import { recordEvent } from '@/lib/catalogue/commands';
import type { Role } from '@/lib/catalogue/vocabulary';
import { AppError } from '@/lib/errors';
import { testDatabase } from '../../support/database';
import { anEvent, people } from '../../support/factories';
import { NotFound, Redirect } from '../../support/next-request';
import { as, filesUnder, may, signInWalkers, walkers } from '../../support/walkers';

vi.mock('next/headers', async () => (await import('../../support/next-request')).nextHeaders);
vi.mock('next/cache', async () => (await import('../../support/next-request')).nextCache);
vi.mock('next/link', async () => (await import('../../support/next-request')).nextLink);
vi.mock('next/navigation', async () => (await import('../../support/next-request')).nextNavigation);

testDatabase();
beforeAll(signInWalkers);

const draft = async () =>
  (
    await recordEvent(anEvent({ status: 'draft' }), {
      actor: people.editor,
      reason: 'test',
      holdSeconds: 600,
    })
  ).event;

/** What each page of the desk takes. Pages outside it are for anyone. */
const deskPages: Record<string, Role> = {
  '/desk': 'viewer',
  '/desk/events/new': 'analyst',
  '/desk/events/[slug]': 'analyst',
  '/desk/events/[slug]/edit': 'analyst',
  '/desk/import': 'editor',
  '/desk/import/[id]': 'editor',
  '/desk/systems': 'viewer',
  '/desk/systems/new': 'analyst',
  '/desk/systems/[id]': 'viewer',
  '/desk/systems/[id]/merge': 'editor',
  '/desk/sites': 'viewer',
  '/desk/sites/new': 'analyst',
  '/desk/sites/[id]': 'viewer',
  '/desk/sites/[id]/merge': 'editor',
  '/desk/assessors': 'viewer',
  '/desk/assessors/new': 'analyst',
  '/desk/assessors/[id]': 'viewer',
  '/desk/assessors/[id]/merge': 'editor',
  '/desk/context': 'viewer',
  '/desk/context/new': 'editor',
  '/desk/context/[id]': 'viewer',
  '/desk/context/[id]/merge': 'editor',
  '/desk/mail': 'analyst',
  '/desk/mail/outbox/[file]': 'analyst',
  '/desk/review': 'analyst',
};

const openPages = [
  '/',
  '/about',
  '/context',
  '/alerts/[token]',
  '/alerts/[token]/unsubscribe/[id]',
  '/changes',
  '/events',
  '/events/[slug]',
  '/quality',
  '/setup',
  '/sign-in',
  '/subscribe',
  '/subscribe/confirm/[token]',
];

/** Routes answer anyone, or check a key, a session or a secret of their own: tests/app walks those. */
const routes = [
  '/api/health',
  '/api/mailed-links/confirm/[token]',
  '/api/mailed-links/subscriber/[token]',
  '/api/mailed-links/unsubscribe/[token]/[id]',
  '/api/v1/[...path]',
  '/api/v1/context',
  '/api/v1/events',
  '/api/v1/events/[slug]',
  '/api/v1/events/[slug]/assessments',
  '/api/v1/events/[slug]/novelty',
  '/api/v1/events/[slug]/revisions',
  '/api/v1/events/[slug]/withdraw',
  '/api/v1/sites',
  '/api/v1/stats/counts',
  '/api/v1/subscriptions',
  // Takes a session: tests/app/desk/upload-file.test.ts walks it.
  '/desk/import/upload',
  '/api/v1/systems',
  '/desk/doubts',
  '/feeds/changes.atom',
];

const pathsOf = (name: string) =>
  filesUnder('app')
    .filter((file) => path.basename(file) === name)
    .map((file) => path.dirname(file).replace(/^app/, '') || '/');

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
      params: Promise.resolve({ slug, id: 'hwasong-11a', file: 'none.eml' }),
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
