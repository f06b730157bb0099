import { beforeAll, expect, test, vi } from 'vitest';
import { publish, saveEvent } from '@/app/desk/events/actions';
import { createFirstAccount } from '@/app/setup/actions';
import { signInHere } from '@/app/sign-in/actions';
import type { EventFormAnswer } from '@/components/desk/event-form-answer';
import { makeSetupLink } from '@/lib/auth/make-setup-link';
import { blankEvent } from '@/lib/catalogue/event-form';
import { getEventAtDesk } from '@/lib/catalogue/queries';
import { databaseUrl } from '@/lib/db/client';
import { testDatabase } from '../../support/database';
import { Redirect, request } from '../../support/next-request';
import { signedIn } from '../../support/sign-in';

vi.mock('next/headers', async () => (await import('../../support/next-request')).nextHeaders);
vi.mock('next/cache', async () => (await import('../../support/next-request')).nextCache);
vi.mock('next/link', async () => (await import('../../support/next-request')).nextLink);
vi.mock('next/navigation', async () => (await import('../../support/next-request')).nextNavigation);

testDatabase();

const admin = { name: 'Ad Min', email: 'admin@example.org', password: 'correct horse battery' };
const opened: EventFormAnswer = {
  values: blankEvent(),
  errors: [],
  code: null,
  message: null,
  slug: '',
  revision: '',
  since: null,
};

const entry = {
  country: 'KP',
  localDate: '2020-03-21',
  'salvos.0.countMin': '2',
  'salvos.0.class': 'SRBM',
  'salvos.0.launchTime': '06:45',
  'salvos.0.distanceKm': '410',
  'assessments.0.assessor': 'ROK JCS',
  'assessments.0.text': 'Two were fired.',
  'assessments.0.citation.publisher': 'Yonhap',
  'assessments.0.citation.url': 'https://example.org/report',
};

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

async function pathAfter(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Redirect);
  return (error as Redirect).message;
}

beforeAll(async () => {
  const token = new URL((await makeSetupLink(databaseUrl())) ?? '').searchParams.get('token') ?? '';
  const empty = { name: '', email: '', message: null, errors: {} };
  const refused = await createFirstAccount(empty, form({ ...admin, password: 'short', token }));
  expect(refused).toMatchObject({
    name: admin.name,
    email: admin.email,
    errors: { password: expect.any(String) },
  });
  expect(await pathAfter(createFirstAccount(empty, form({ ...admin, token })))).toBe('/desk');
  request.headers = await signedIn(admin);
});

test('signing in goes on to where one was going, within this site', async () => {
  const nobody = { email: '', message: null };
  expect(await pathAfter(signInHere(nobody, form({ ...admin, next: '/desk/mail' })))).toBe('/desk/mail');
  expect(await pathAfter(signInHere(nobody, form({ ...admin, next: '//evil.example' })))).toBe('/desk');
  expect(await signInHere(nobody, form({ ...admin, password: 'wrong' }))).toEqual({
    email: admin.email,
    message: 'The address or the password is wrong.',
  });
});

test('a mistake comes back at its field, with everything that was typed', async () => {
  const answer = await saveEvent(
    opened,
    form({ ...entry, 'salvos.0.distanceKm': 'far', localDate: '2999-01-01' }),
  );
  expect(answer).toMatchObject({
    code: 'invalid',
    message: '1 field needs another look.',
    errors: [{ path: 'salvos.0.distanceKm' }],
    values: { country: 'KP', localDate: '2999-01-01', salvos: [{ distanceKm: 'far', launchTime: '06:45' }] },
  });
  const future = await saveEvent(opened, form({ ...entry, localDate: '2999-01-01' }));
  expect(future.errors).toEqual([
    { path: 'localDate', message: 'This day has not come yet in North Korea.' },
  ]);
});

test('without scripts the other buttons give the form back with one part more or fewer', async () => {
  const more = await saveEvent(opened, form({ ...entry, step: 'duplicate salvos 0' }));
  expect(more.values.salvos.map((salvo) => salvo.distanceKm)).toEqual(['410', '410']);
  expect(more.errors).toEqual([]);
});

test('a draft is saved, edited, kept from being overwritten unseen, and published as it was seen', async () => {
  expect(await pathAfter(saveEvent(opened, form(entry)))).toBe('/desk/events/kp-2020-03-21?saved=new');
  const slug = 'kp-2020-03-21';
  expect(await getEventAtDesk(slug)).toMatchObject({
    status: 'draft',
    salvos: [{ countMin: 2, countMax: 2, launchedAt: '2020-03-20T21:45:00.000Z' }],
    assessments: [{ assessor: 'ROK JCS', citation: { publisher: 'Yonhap' } }],
  });

  const edit = { ...entry, slug, revision: '1' };
  await pathAfter(saveEvent(opened, form({ ...edit, notes: 'first' })));
  const second = await saveEvent(opened, form({ ...edit, notes: 'second' }));
  expect(second).toMatchObject({
    code: 'conflict',
    values: { notes: 'second' },
    since: { revision: 2, by: admin.name, opened: { notes: '' }, now: { notes: 'first' } },
  });
  await pathAfter(saveEvent(second, form({ ...edit, notes: 'second', revision: '2' })));
  expect(await getEventAtDesk(slug)).toMatchObject({ notes: 'second', revision: 3 });

  expect(await publish(null, form({ slug, revision: '2', status: 'confirmed' }))).toMatchObject({
    code: 'conflict',
  });
  await pathAfter(publish(null, form({ slug, revision: '3', status: 'confirmed' })));
  expect(await getEventAtDesk(slug)).toMatchObject({ status: 'confirmed' });
});
