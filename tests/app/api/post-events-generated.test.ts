import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POST } from '@/app/api/v1/events/route';
import { db } from '@/lib/db/client';
import { aKey, call, posted } from '../../support/api';
import { testDatabase } from '../../support/database';
import { anEvent } from '../../support/factories';
import { generatedValue, mutationsOf } from '../../support/generated-bodies';

testDatabase();

const others = [
  ...[
    'datePrecision',
    'notes',
    'citations',
    'reason',
    'salvos.0.system',
    'salvos.0.siteText',
    'salvos.0.countMax',
  ],
  ...['salvos.0.bearingDeg', 'salvos.0.outcome', 'salvos.0.sources', 'assessments.0.infoCredibility'],
  ...['assessments.0.figures.landingArea', 'assessments.0.figures.system'],
];
const sent = fc.oneof(
  { weight: 5, arbitrary: mutationsOf(anEvent(), others) },
  { weight: 1, arbitrary: generatedValue },
);

test('no generated body brings the server down, and a refused one leaves nothing behind', async () => {
  const counts = async () =>
    JSON.stringify(
      await db().$queryRawUnsafe(`SELECT (SELECT count(*)::int FROM events) AS events, (SELECT count(*)::int FROM salvos) AS salvos,
        (SELECT count(*)::int FROM assessments) AS assessments, (SELECT count(*)::int FROM assessors) AS assessors,
        (SELECT count(*)::int FROM citations) AS citations, (SELECT count(*)::int FROM revisions) AS revisions,
        (SELECT version FROM catalogue) AS version, (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs`),
    );
  const key = await aKey('editor');
  let refused = 0;
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(sent, async (body) => {
      const text = JSON.stringify(body, (_, part) => (typeof part === 'bigint' ? String(part) : part));
      fc.pre(text !== undefined);
      await db().rateLimit.deleteMany();
      const before = await counts();
      const answer = await call(
        POST,
        '/events',
        posted(text, key, { 'idempotency-key': crypto.randomUUID() }),
      );
      expect(answer.status).toBeLessThan(500);
      if (answer.status === 201) {
        accepted += 1;
        return;
      }
      refused += 1;
      expect(answer.status).toBe(400);
      expect(await counts()).toBe(before);
    }),
    { numRuns: 300 },
  );
  expect(refused).toBeGreaterThan(100);
  expect(accepted).toBeGreaterThan(0);
}, 120_000);
