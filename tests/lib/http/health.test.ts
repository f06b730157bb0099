import { describe, expect, it } from 'vitest';
import { closeDb, db } from '@/lib/db/client';
import { rereadEnv } from '@/lib/env';
import { healthResponse, readHealth } from '@/lib/http/health';
import { testDatabase } from '@/tests/support/database';

testDatabase();
const now = new Date('2020-04-14T00:00:00Z');

describe('/api/health', () => {
  it('is degraded, and still 200, where no worker has ever run', async () => {
    const response = await healthResponse(now);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({
      status: 'degraded',
      database: 'ok',
      alerts: { status: 'stopped', stoppedSince: null },
    });
  });

  it('says since when alerts are not being sent, once no worker has beaten for a minute', async () => {
    await db().workerHeartbeat.create({
      data: { workerId: 'a', startedAt: now, beatAt: new Date('2020-04-13T23:58:59Z') },
    });
    const { status, alerts } = await readHealth(now);
    expect(status).toBe('degraded');
    expect(alerts.stoppedSince).toBe('2020-04-13T23:58:59.000Z');
    expect(alerts.message).toBe('alerts are not being sent since 13 Apr 2020, 23:58 UTC');
  });

  it('is ok while a worker beats', async () => {
    await db().workerHeartbeat.create({
      data: { workerId: 'b', startedAt: now, beatAt: new Date('2020-04-13T23:59:50Z') },
    });
    expect(await readHealth(now)).toMatchObject({ status: 'ok', alerts: { status: 'ok', message: null } });
  });

  it('is 503 without a stack trace when the database is away', async () => {
    const url = process.env.DATABASE_URL;
    await closeDb();
    process.env.DATABASE_URL = 'postgres://user:secret@127.0.0.1:1/nowhere';
    rereadEnv();
    const response = await healthResponse(now);
    expect(response.status).toBe(503);
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ status: 'unavailable', database: 'unavailable' });
    expect(body).not.toMatch(/secret|at .*\.ts/);
    await closeDb();
    process.env.DATABASE_URL = url;
    rereadEnv();
  });
});
