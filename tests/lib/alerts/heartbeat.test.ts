import { beforeEach, expect, test } from 'vitest';
import { alertsStoppedSince, beat } from '@/lib/alerts/heartbeat';
import { alertsStoppedSentence } from '@/lib/alerts/heartbeat-words';
import { db } from '@/lib/db/client';
import { testDatabase } from '../../support/database';

testDatabase();

const now = new Date('2026-11-01T14:02:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

beforeEach(async () => {
  await db().workerHeartbeat.deleteMany();
});

test('alerts count as stopped when no worker has beaten for a minute', async () => {
  expect(await alertsStoppedSince(now)).toBe('never');
  await beat('one', now);
  expect(await alertsStoppedSince(later(60))).toBeNull();
  expect(await alertsStoppedSince(later(61))).toEqual(now);
  await beat('two', later(61));
  expect(await alertsStoppedSince(later(100))).toBeNull();
});

test('the sentence names the time, and the day where it is another', () => {
  expect(alertsStoppedSentence(now, later(90))).toBe('alerts are not being sent since 14:02 UTC');
  expect(alertsStoppedSentence(now, later(86_400))).toBe(
    'alerts are not being sent since 1 Nov 2026, 14:02 UTC',
  );
  expect(alertsStoppedSentence('never', now)).toMatch(/^alerts are not being sent/);
});

test('workers that are long gone are forgotten', async () => {
  await beat('old', now);
  await beat('new', later(8 * 86_400));
  expect(await db().workerHeartbeat.findMany()).toEqual([expect.objectContaining({ workerId: 'new' })]);
});
