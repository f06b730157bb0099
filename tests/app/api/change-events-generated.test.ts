import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POST as assess } from '@/app/api/v1/events/[slug]/assessments/route';
import { PATCH } from '@/app/api/v1/events/[slug]/route';
import { POST as withdraw } from '@/app/api/v1/events/[slug]/withdraw/route';
import { db } from '@/lib/db/client';
import { aKey, call, posted } from '../../support/api';
import { testDatabase } from '../../support/database';
import { anEvent, recorded } from '../../support/factories';
import { generatedValue, mutationsOf } from '../../support/generated-bodies';

testDatabase();

const event = { ...anEvent(), statusReason: 'Tokyo disagrees.', reason: 'test' };
const [assessment] = event.assessments ?? [];

/** Some of a good event's fields, one or more of their parts replaced by something else. */
const patches = fc
  .tuple(fc.subarray(Object.keys(event)), mutationsOf(event, ['revision', 'datePrecision', 'notes', 'title']))
  .map(([left, body]) => Object.fromEntries(Object.entries(body).filter(([field]) => !left.includes(field))));

const writes = [
  { name: 'PATCH', method: 'PATCH', handler: PATCH, body: patches, done: 200, runs: 350 },
  {
    name: 'POST withdraw',
    method: 'POST',
    handler: withdraw,
    body: mutationsOf({ reason: 'It was artillery.' }, ['revision', 'status']),
    done: 200,
    runs: 120,
  },
  {
    name: 'POST assessments',
    method: 'POST',
    handler: assess,
    body: mutationsOf({ ...assessment, reason: 'test' }, [
      'likelihood',
      'infoCredibility',
      'figures.countMin',
    ]),
    done: 201,
    runs: 250,
  },
];

/** All that the catalogue says, and how often it was changed. */
const everything = async () => {
  const tables = ['events', 'salvos', 'assessments', 'assessors', 'citations', 'salvo_figure_sources'];
  const rows = tables.map(
    (table) => `(SELECT coalesce(jsonb_agg(t ORDER BY t::text), '[]') FROM ${table} t) AS ${table}`,
  );
  const counts = [
    '(SELECT count(*)::int FROM revisions) AS revisions',
    '(SELECT version FROM catalogue) AS version',
    '(SELECT count(*)::int FROM idempotent_answers) AS answers',
    '(SELECT jsonb_agg(t ORDER BY t::text) FROM graphile_worker.jobs t) AS jobs',
  ];
  return JSON.stringify(await db().$queryRawUnsafe(`SELECT ${[...rows, ...counts].join(', ')}`));
};

test.each(writes)(
  '$name: no generated body brings the server down, and a refused one leaves nothing behind',
  async ({ method, handler, body: bodies, done, runs }) => {
    await recorded();
    const { slug } = await recorded();
    const key = await aKey('editor');
    const seen = { refused: 0, done: 0 };
    const sent = fc.oneof({ weight: 6, arbitrary: bodies }, { weight: 1, arbitrary: generatedValue });
    await fc.assert(
      fc.asyncProperty(sent, async (body) => {
        const text = JSON.stringify(body, (_, part) => (typeof part === 'bigint' ? String(part) : part));
        fc.pre(text !== undefined);
        await db().rateLimit.deleteMany();
        // Each on the event as it was first recorded: what one left must not decide how the next one ends.
        await db()
          .$executeRaw`UPDATE events SET status = 'preliminary', status_reason = NULL WHERE slug = ${slug}`;
        await db().$executeRaw`DELETE FROM assessments WHERE position > 1`;
        const before = await everything();
        const headers = { 'idempotency-key': crypto.randomUUID() };
        const answer = await call(handler, `/events/${slug}`, {
          ...posted(text, key, headers),
          method,
          params: { slug },
        });
        expect(answer.status).toBeLessThan(500);
        if (answer.status === done) {
          seen.done += 1;
          return;
        }
        seen.refused += 1;
        expect([400, 409]).toContain(answer.status);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        expect(await everything()).toBe(before);
      }),
      { numRuns: runs },
    );
    expect(seen.refused).toBeGreaterThan(runs / 4);
    expect(seen.done).toBeGreaterThan(0);
  },
  240_000,
);
