import { beforeAll, expect, test } from 'vitest';
import { GET as getUnknown } from '@/app/api/v1/[...path]/route';
import { GET as getNovelty } from '@/app/api/v1/events/[slug]/novelty/route';
import { DELETE as deleteEvent, GET as getEvent } from '@/app/api/v1/events/[slug]/route';
import { GET as listEvents } from '@/app/api/v1/events/route';
import { GET as getCounts } from '@/app/api/v1/stats/counts/route';
import { call } from '../../support/api';
import { testDatabase } from '../../support/database';
import { recorded } from '../../support/factories';

testDatabase();

beforeAll(async () => {
  await recorded({ localDate: '2017-06-08', salvos: [{ countMin: 4, countMax: 4, distanceKm: 200 }] });
  await recorded({
    localDate: '2020-03-02',
    salvos: [{ class: 'SRBM', site: null, countMin: 2, countMax: 2 }],
  });
  await recorded();
  await recorded({ localDate: '2020-05-01', status: 'draft' });
});

const slugs = (answer: { body: Record<string, unknown> }) =>
  (answer.body.events as { slug: string }[]).map((event) => event.slug);
const one = (slug: string) => ({ params: { slug } });

test('the list has the version, the total and the published events, newest first', async () => {
  const answer = await call(listEvents, '/events');
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ version: expect.any(Number), total: 3, next: null });
  expect(slugs(answer)).toEqual(['kp-2020-04-14', 'kp-2020-03-02', 'kp-2017-06-08']);
});

test('an event has the shape of the contract', async () => {
  const { body } = await call(getEvent, '/events/kp-2020-04-14', one('kp-2020-04-14'));
  expect(body).toMatchObject({
    slug: 'kp-2020-04-14',
    country: 'KP',
    localDate: '2020-04-14',
    datePrecision: 'day',
    status: 'preliminary',
    title: 'North Korea: cruise missiles, 14 Apr 2020, Munchon',
    missiles: { min: 1, max: null, text: 'several' },
    classes: ['CM'],
    salvos: [
      {
        system: null,
        class: 'CM',
        site: 'munchon',
        launchedAt: '2020-04-13T22:00:00.000Z',
        countMin: 1,
        countMax: null,
        countText: 'several',
        distanceKm: 150,
        apogeeKm: null,
        bearingDeg: null,
        landingArea: null,
        outcome: 'unknown',
      },
    ],
    assessments: [
      {
        assessor: 'ROK JCS',
        statedOn: '2020-04-14',
        hedge: 'presumed',
        status: 'preliminary',
        figures: { class: 'CM', distanceKm: 150 },
        citation: { publisher: 'Yonhap', publishedOn: '2020-04-14' },
      },
    ],
    revision: 1,
    updatedAt: expect.any(String),
  });
});

test('filter, sort and limit narrow the list, and the cursor goes through all of it', async () => {
  expect(slugs(await call(listEvents, '/events?class=CM&sort=localDate'))).toEqual([
    'kp-2017-06-08',
    'kp-2020-04-14',
  ]);
  const seen: string[] = [];
  for (let next: unknown = ''; next !== null; ) {
    const page = await call(listEvents, `/events?limit=1&sort=-missiles&cursor=${String(next)}`);
    expect(page.status).toBe(200);
    seen.push(...slugs(page));
    next = page.body.next;
  }
  expect(seen).toEqual(['kp-2017-06-08', 'kp-2020-03-02', 'kp-2020-04-14']);
});

test('a cursor is good for its own list and version only', async () => {
  const { body } = await call(listEvents, '/events?limit=1');
  expect(await call(listEvents, `/events?limit=1&class=CM&cursor=${body.next}`)).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'cursor' }] },
  });
  await recorded({ localDate: '2021-01-01', status: 'draft' });
  expect(await call(listEvents, `/events?limit=1&cursor=${body.next}`)).toMatchObject({ status: 409 });
  for (const nonsense of ['x', 'e30', '%00', Buffer.from('[1,-1,"x"]').toString('base64url')]) {
    expect((await call(listEvents, `/events?cursor=${nonsense}`)).status).toBe(400);
  }
  const second = await call(listEvents, '/events?limit=1');
  const [version, , list] = JSON.parse(Buffer.from(String(second.body.next), 'base64url').toString());
  for (const format of ['json', 'csv']) {
    const madeUp = Buffer.from(JSON.stringify([version, 2 ** 40, list])).toString('base64url');
    const path = `/events?format=${format}&limit=1&cursor=${madeUp}`;
    expect(await call(listEvents, path)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'cursor' }] },
    });
  }
});

test('the same question is answered with 304 until the catalogue changes', async () => {
  const first = await call(listEvents, '/events?class=CM&limit=5');
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"v\d+-[\w-]+"$/);
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  const again = (tag: string, query = '?class=CM&limit=5') =>
    call(listEvents, `/events${query}`, { headers: { 'if-none-match': tag } });
  expect(await again(etag)).toMatchObject({ status: 304, body: null });
  expect(await again(`"other", W/${etag}`)).toMatchObject({ status: 304 });
  expect(await again(etag, '?limit=5&class=CM')).toMatchObject({ status: 304 });
  expect(await again(etag, '?class=CM')).toMatchObject({ status: 200 });
  await recorded({ localDate: '2021-01-02', status: 'draft' });
  expect(await again(etag)).toMatchObject({ status: 200 });
});

test.each([
  ['clas=ICBM', 'clas'],
  ['class=ICBN', 'class'],
  ['from=yesterday', 'from'],
  ['from=2020-02-01&to=2020-01-01', 'to'],
  ['minRangeKm=far', 'minRangeKm'],
  ['sort=colour', 'sort'],
  ['limit=0', 'limit'],
  ['limit=1001', 'limit'],
  ['limit=1e2', 'limit'],
  ['format=pdf', 'format'],
  ['format=csv&limit=0', 'limit'],
  ['format=xlsx&sort=colour', 'sort'],
  ['format=geojson&class=ICBN', 'class'],
  ['country=Korea', 'country'],
])('the list refuses %s and names the parameter', async (query, path) => {
  const answer = await call(listEvents, `/events?${query}`);
  expect(answer).toMatchObject({
    status: 400,
    body: { type: expect.any(String), title: expect.any(String), status: 400, detail: expect.any(String) },
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body.errors).toEqual([{ path, message: expect.any(String) }]);
});

test('a text to search for can be anything', async () => {
  for (const q of ['%', "'", '\\', '_', '%00', '%F0%9F%9A%80', 'a'.repeat(200)]) {
    expect((await call(listEvents, `/events?q=${encodeURIComponent(q)}`)).status).toBe(200);
  }
  expect((await call(listEvents, '/events?q=%00')).status).toBeLessThan(500);
  expect((await call(listEvents, '/events?system=%00&site=%00')).status).toBeLessThan(500);
});

test('drafts, unknown slugs and unknown paths are not found', async () => {
  for (const slug of ['kp-2020-05-01', 'no-such', '%00']) {
    expect(await call(getEvent, `/events/${slug}`, one(slug))).toMatchObject({ status: 404 });
    expect(await call(getNovelty, `/events/${slug}/novelty`, one(slug))).toMatchObject({ status: 404 });
  }
  expect(await call(getEvent, '/events/x', one('a\u0000'))).toMatchObject({ status: 404 });
  expect(await call(getUnknown, '/nothing/here', { params: { path: ['nothing', 'here'] } })).toMatchObject({
    status: 404,
    body: { detail: 'There is nothing at /api/v1/nothing/here.' },
  });
});

test('a method that a path does not have is named, with those that it has', async () => {
  const answer = await call(deleteEvent, '/events/kp-2020-04-14', { ...one('x'), method: 'DELETE' });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('GET, PATCH');
});

test('the novelty of 14 April 2020 is what was true on that day', async () => {
  await recorded({ localDate: '2022-01-25' });
  const { status, body } = await call(getNovelty, '/events/x/novelty', one('kp-2020-04-14'));
  expect(status).toBe(200);
  expect(body).toMatchObject({
    slug: 'kp-2020-04-14',
    facts: expect.arrayContaining([
      {
        kind: 'first-since',
        scope: { class: 'CM', family: 'cruise' },
        since: '2017-06-08',
        days: 1041,
        n: null,
        sentence: 'first cruise missile launch since 8 June 2017',
      },
      expect.objectContaining({ kind: 'nth-of-year', n: 2, sentence: 'second round of 2020' }),
    ]),
  });
});

test('counts refuse what they do not know', async () => {
  expect(await call(getCounts, '/stats/counts?by=week')).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'by' }] },
  });
  expect(await call(getCounts, '/stats/counts?limit=5')).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'limit' }] },
  });
});
