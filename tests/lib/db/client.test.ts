import { expect, test } from 'vitest';
import { createClient, databaseUrl } from '@/lib/db/client';
import { rowsOf, testDatabase } from '../../support/database';

testDatabase();

test('times and days are exact on a database that writes dates its own way, in a zone of its own', async () => {
  const [database] = await rowsOf('SELECT current_database() AS name');
  await rowsOf(`ALTER DATABASE "${database?.name}" SET datestyle = 'SQL, DMY'`);
  await rowsOf(`ALTER DATABASE "${database?.name}" SET timezone = 'Pacific/Apia'`);
  const client = createClient(databaseUrl());
  try {
    const [beatAt, workerId] = [new Date('2020-04-13T22:00:00Z'), 'one'];
    await client.workerHeartbeat.create({ data: { workerId, startedAt: beatAt, beatAt } });
    expect(await client.workerHeartbeat.findUnique({ where: { workerId } })).toMatchObject({ beatAt });
    const date = new Date('2020-04-13');
    await client.contextItem.create({
      data: { slug: 'one', kind: 'other', title: 'One', summary: 'One', date },
    });
    expect(await client.contextItem.findUnique({ where: { slug: 'one' } })).toMatchObject({ date });
  } finally {
    await client.$disconnect();
  }
});
