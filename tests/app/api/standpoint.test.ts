import { beforeAll, expect, test } from 'vitest';
import { GET as getNovelty } from '@/app/api/v1/events/[slug]/novelty/route';
import { GET as getRevisions } from '@/app/api/v1/events/[slug]/revisions/route';
import { GET as getEvent } from '@/app/api/v1/events/[slug]/route';
import { GET as listEvents } from '@/app/api/v1/events/route';
import { GET as getCounts } from '@/app/api/v1/stats/counts/route';
import { GET as getFeed } from '@/app/feeds/changes.atom/route';
import { db } from '@/lib/db/client';
import { call } from '../../support/api';
import { correctedEvents } from '../../support/corrected-events';
import { testDatabase } from '../../support/database';
import { recorded } from '../../support/factories';

testDatabase();
beforeAll(correctedEvents);

const slug = 'kp-2020-04-14';
const one = { params: { slug } };

type Listed = { slug: string; status: string; salvos: { distanceKm: number | null }[] };
const listed = async (query: string) =>
  (await call(listEvents, `/events${query}`)).body.events as unknown as Listed[];

test('the list is the one of the day that is asked for', async () => {
  expect(await listed('?asKnownOn=2026-04-30')).toEqual([]);
  expect((await listed('?asKnownOn=2026-05-04')).map((event) => event.slug)).toEqual([slug]);
  expect((await listed('?asKnownOn=2026-05-14')).map(({ status }) => status)).toEqual([
    'preliminary',
    'preliminary',
  ]);
  expect((await listed('?asKnownOn=2026-05-15')).map(({ status }) => status)).toEqual([
    'preliminary',
    'withdrawn',
  ]);
  expect(await listed('?accordingTo=Japan+MOD')).toMatchObject([{ slug, salvos: [{ distanceKm: 230 }] }]);
  expect(await listed('?accordingTo=Nobody')).toEqual([]);
});

test('an event is whole as it stood: title, missiles, revision and claims', async () => {
  const then = await call(getEvent, `/events/${slug}?asKnownOn=2026-05-09`, one);
  expect(then).toMatchObject({
    status: 200,
    body: { revision: 1, notes: null, updatedAt: '2026-05-01T12:00:00.000Z', salvos: [{ distanceKm: 150 }] },
  });
  expect(then.body.assessments).toHaveLength(1);
  const according = await call(getEvent, `/events/${slug}?accordingTo=Japan+MOD`, one);
  expect(according.body).toMatchObject({
    title: 'North Korea: missiles, 14 Apr 2020',
    missiles: { min: 1, max: null },
    classes: ['unknown'],
    salvos: [{ class: 'unknown', site: null, distanceKm: 230 }],
  });
});

test('counts are those of the day', async () => {
  const rows = async (query: string) => (await call(getCounts, `/stats/counts?split=none${query}`)).body.rows;
  expect(await rows('&asKnownOn=2026-05-04')).toEqual([
    { period: '2020', key: 'all', count: 1, openEnded: true },
  ]);
  expect(await rows('&asKnownOn=2026-05-05')).toEqual([
    { period: '2020', key: 'all', count: 3, openEnded: true },
  ]);
  const { body } = await call(getCounts, '/stats/counts?asKnownOn=2026-05-05');
  expect(body.definition).toContain('As known at the end of 5 May 2026 (UTC).');
});

test('revisions have every public change with the state that it led to, the latest first', async () => {
  const { status, body } = await call(getRevisions, `/events/${slug}/revisions`, one);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    slug,
    revisions: [
      { number: 4, kind: 'corrected' },
      {
        number: 3,
        kind: 'corrected',
        changes: [{ path: 'notes', label: 'Notes', before: null, after: 'At dawn.' }],
      },
      {
        number: 2,
        kind: 'corrected',
        actor: 'Ed Itor',
        reason: 'The final figure.',
        createdAt: '2026-05-10T12:00:00.000Z',
        event: { slug, revision: 2, salvos: [{ distanceKm: 200 }] },
      },
      { number: 1, kind: 'recorded', changes: [] },
    ],
  });
  const then = await call(getRevisions, `/events/${slug}/revisions?asKnownOn=2026-05-09`, one);
  expect(then.body.revisions).toMatchObject([{ number: 1 }]);
});

test('what was not on record, or not spoken of, is not found', async () => {
  for (const query of ['asKnownOn=2026-04-30', 'accordingTo=Nobody']) {
    expect(await call(getEvent, `/events/${slug}?${query}`, one)).toMatchObject({ status: 404 });
    expect(await call(getNovelty, `/events/${slug}/novelty?${query}`, one)).toMatchObject({ status: 404 });
  }
  expect(await call(getRevisions, `/events/${slug}/revisions?asKnownOn=2026-04-30`, one)).toMatchObject({
    status: 404,
    body: { status: 404, title: 'Not found' },
  });
});

test.each(['yesterday', '2026-02-30', '0000-01-01', '2026-05', '20260501', '%00'])(
  'a day that cannot be read is refused by its name everywhere: %s',
  async (day) => {
    const answers = [
      await call(listEvents, `/events?asKnownOn=${day}`),
      await call(getCounts, `/stats/counts?asKnownOn=${day}`),
      await call(getEvent, `/events/x?asKnownOn=${day}`, one),
      await call(getNovelty, `/events/x/novelty?asKnownOn=${day}`, one),
      await call(getRevisions, `/events/x/revisions?asKnownOn=${day}`, one),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.body.errors).toEqual([{ path: 'asKnownOn', message: 'is not a date like 2020-04-14' }]);
    }
  },
);

test('a name that is given is one of the day, whatever it is called or merged into since', async () => {
  const [site] = await db().site.findMany({ where: { id: 'munchon' } });
  await db().site.update({ where: { id: 'munchon' }, data: { name: 'Elsewhere' } });
  expect((await listed('?asKnownOn=2026-05-12&q=munch')).map((event) => event.slug)).toEqual([slug]);
  await recorded({ localDate: '2018-01-01', salvos: [{ site: 'sunan' }] });
  const { body } = await call(getNovelty, '/events/x/novelty?asKnownOn=2026-05-12', one);
  expect(JSON.stringify(body)).toContain('first launch from Munchon on record');
  await db().site.update({ where: { id: 'munchon' }, data: { name: site?.name ?? '' } });
});

test('corrections are a feed that is the same until the catalogue changes', async () => {
  const address = 'http://localhost:3000/feeds/changes.atom';
  const ask = (tag?: string) =>
    getFeed(new Request(address, tag ? { headers: { 'if-none-match': tag } } : {}), {
      params: Promise.resolve({}),
    });
  const first = await ask();
  expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const xml = await first.text();
  expect(xml.match(/<entry>/g)).toHaveLength(4);
  expect(xml).toContain('<link rel="alternate" href="http://localhost:3000/changes"/>');
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^"v\d+-/);
  expect((await ask(tag)).status).toBe(304);
  await recorded({ localDate: '2021-05-05' });
  expect((await ask(tag)).status).toBe(200);
});
