import { describe, expect, test, vi } from 'vitest';
import { createAccount } from '@/lib/auth/accounts';
import { forgetOldFiles, workOnImport } from '@/lib/catalogue/import/import-job';
import * as uploads from '@/lib/catalogue/import/upload-commands';
import { findImport, keptMappings } from '@/lib/catalogue/import/upload-queries';
import type { Actor } from '@/lib/catalogue/permissions';
import { catalogueVersion, getEvent } from '@/lib/catalogue/queries';
import { db } from '@/lib/db/client';
import { rowsOf, testDatabase } from '../../../support/database';
import { people } from '../../../support/factories';
import { type CnsRow, cnsWorkbook } from '../../../support/workbooks';

testDatabase();

const launch: CnsRow = {
  'Launch Time (UTC)': '21:10',
  'Missile Name': 'Hwasong-11A (KN-23)',
  'Missile Type': 'SRBM',
  'Facility Name': 'Sunan',
  'Distance Travelled': '450 km',
  'Confirmation Status': 'Confirmed',
  'Test Outcome': 'Success',
};

/** The worker's part, as the job does it. */
const work = (id: number, signal = new AbortController().signal) => workOnImport({ importId: id }, signal);
const state = async (id: number) => (await findImport(id))?.state;

let made = 0;
/** An editor who has an account: the worker looks him up again. */
async function anEditor(): Promise<Actor> {
  made += 1;
  const account = {
    name: 'Ed Itor',
    email: `ed${made}@example.org`,
    password: 'correct horse battery',
    role: 'editor' as const,
  };
  await createAccount(account);
  const { id } = await db().user.findUniqueOrThrow({ where: { email: account.email } });
  return { kind: 'user', id, name: account.name, role: 'editor' };
}

const uploaded = async (...rows: CnsRow[]) =>
  uploads.uploadFile({ name: 'cns.xlsx', bytes: cnsWorkbook(...rows) }, people.editor);

describe('a workbook', () => {
  test('is read, shown, imported once it is decided on, and forgotten', async () => {
    const editor = await anEditor();
    const id = await uploaded({ ...launch, Date: '2026-11-01' });
    expect(
      await rowsOf(`SELECT task_identifier FROM graphile_worker.jobs WHERE key = 'import:${id}'`),
    ).toEqual([{ task_identifier: 'import' }]);
    expect(await state(id)).toBe('reading');
    const version = await catalogueVersion();
    await work(id);
    expect(await findImport(id)).toMatchObject({
      state: 'ready',
      report: { counts: { new: 1, changed: 0 } },
    });
    expect(await catalogueVersion()).toBe(version);

    await uploads.applyUpload(id, { sendAlerts: false, reason: 'monthly update' }, editor);
    expect(await state(id)).toBe('importing');
    await work(id);
    expect(await findImport(id)).toMatchObject({
      state: 'done',
      appliedBy: 'Ed Itor',
      report: { counts: { new: 1 } },
    });
    expect(await rowsOf(`SELECT file FROM imports WHERE id = ${id}`)).toEqual([{ file: null }]);
    expect(await getEvent('kp-2026-11-02')).toMatchObject({ status: 'confirmed', revision: 1 });
    expect(await rowsOf('SELECT reason, actor, actor_id FROM revisions')).toEqual([
      { reason: 'import of cns.xlsx: monthly update', actor: 'Ed Itor', actor_id: editor.id },
    ]);
    expect(await rowsOf("SELECT id FROM graphile_worker.jobs WHERE task_identifier = 'alert'")).toEqual([]);
    await work(id); // the job comes a second time: a worker died after the commit
    expect(await catalogueVersion()).toBe(version + 1);
  });

  test('that would do something else than was shown is shown again instead', async () => {
    const editor = await anEditor();
    const first = await uploaded({ ...launch, Date: '2026-11-05' });
    const second = await uploaded({ ...launch, Date: '2026-11-05', 'Distance Travelled': '500 km' });
    for (const id of [first, second]) await work(id);
    for (const id of [first, second])
      await uploads.applyUpload(id, { sendAlerts: false, reason: '' }, editor);
    await work(first);
    await work(second);
    expect(await findImport(second)).toMatchObject({
      state: 'ready',
      problem: expect.stringContaining('The catalogue was changed since you looked'),
      report: { counts: { new: 0, changed: 1 } },
    });
    await uploads.applyUpload(second, { sendAlerts: true, reason: '' }, editor);
    await work(second);
    expect(await getEvent('kp-2026-11-06')).toMatchObject({ revision: 2, salvos: [{ distanceKm: 500 }] });
    expect(
      await rowsOf(
        "SELECT payload->>'kind' AS kind FROM graphile_worker._private_jobs WHERE payload->>'kind' IS NOT NULL",
      ),
    ).toEqual([{ kind: 'update' }]);
  });

  test('that is cancelled while it is written leaves nothing behind', async () => {
    const id = await uploaded({ ...launch, Date: '2026-11-08' });
    await work(id);
    await uploads.applyUpload(id, { sendAlerts: false, reason: '' }, await anEditor());
    await uploads.cancelImport(id, people.editor);
    await work(id);
    expect(await state(id)).toBe('cancelled');
    expect(await rowsOf("SELECT slug FROM events WHERE slug = 'kp-2026-11-09'")).toEqual([]);
    await expect(
      uploads.applyUpload(id, { sendAlerts: false, reason: '' }, people.editor),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  test('is taken up by the next worker where this one is to end', async () => {
    const id = await uploaded({ ...launch, Date: '2026-11-11' });
    const ending = new AbortController();
    ending.abort();
    await expect(work(id, ending.signal)).rejects.toThrow('the worker is to end');
    expect(await state(id)).toBe('reading');
    await uploads.restartImport(id, people.editor);
    await work(id);
    expect(await state(id)).toBe('ready');
  });

  test('is not set back by a worker that reads it still, where another one has got further', async () => {
    const id = await uploaded({ ...launch, Date: '2026-11-12' });
    const late = await db().$transaction(
      async (tx) => {
        // It gets no further than to the mappings while these are locked.
        await tx.$executeRaw`LOCK TABLE import_mappings IN ACCESS EXCLUSIVE MODE`;
        const reading = work(id);
        await vi.waitFor(async () => expect((await findImport(id))?.step).toBe('reading'), 20_000);
        const further = { state: 'importing' as const, report: { seen: true }, digest: 'x' };
        await db().import.update({ where: { id }, data: further });
        return { reading };
      },
      { timeout: 30_000 },
    );
    await late.reading;
    expect(await state(id)).toBe('importing');
  });

  test('is not imported for somebody who is no editor any more', async () => {
    const editor = await anEditor();
    const id = await uploaded({ ...launch, Date: '2026-11-13' });
    await work(id);
    await uploads.applyUpload(id, { sendAlerts: false, reason: '' }, editor);
    await db().user.update({ where: { id: editor.id ?? '' }, data: { role: 'viewer' } });
    await work(id);
    expect(await findImport(id)).toMatchObject({
      state: 'failed',
      problem: 'Importing takes the role of editor.',
    });
    expect(await rowsOf("SELECT slug FROM events WHERE slug = 'kp-2026-11-14'")).toEqual([]);
  });
});

test('a file that cannot be read says why', async () => {
  const id = await uploads.uploadFile({ name: 'x.xlsx', bytes: new Uint8Array([1, 2, 3]) }, people.editor);
  await work(id);
  expect(await findImport(id)).toMatchObject({
    state: 'failed',
    problem: 'This file is called a workbook, but it is none.',
  });
});

test('columns of one’s own are explained once, and known again the next time', async () => {
  const file = (rows: string) => ({
    name: 'mod.csv',
    bytes: new TextEncoder().encode(`Day;Clock;Where;Missiles;Flew;Peak;Azimuth;Result\n${rows}`),
  });
  const first = await uploads.uploadFile(
    file('14.04.2026;23:30;Munchon;several;150;n/a;43;Success\n'),
    people.editor,
  );
  await work(first);
  const sheets = (await findImport(first))?.sheets;
  expect(sheets).toMatchObject([
    {
      name: 'mod.csv',
      examples: ['14.04.2026', '23:30', 'Munchon', 'several', '150', 'n/a', '43', 'Success'],
    },
  ]);
  const columns = {
    date: 0,
    time: 1,
    site: 2,
    count: 3,
    distanceKm: 4,
    apogeeKm: 5,
    bearingDeg: 6,
    outcome: 7,
  };
  const mapping = {
    sheet: 'mod.csv',
    rowIs: 'salvo',
    clock: 'local',
    country: 'KP',
    assessor: 'Japan MOD',
    columns,
  };
  const unmapped = uploads.mapColumns(
    first,
    sheets?.[0]?.columns ?? [],
    { ...mapping, columns: { time: 1 } },
    people.editor,
  );
  await expect(unmapped).rejects.toMatchObject({
    errors: expect.arrayContaining([expect.objectContaining({ message: 'Say which column has the date.' })]),
  });
  await uploads.mapColumns(first, sheets?.[0]?.columns ?? [], mapping, people.editor);
  await work(first);
  expect(await findImport(first)).toMatchObject({
    state: 'ready',
    report: { layout: expect.stringContaining('Japan MOD'), counts: { new: 1 } },
  });
  await uploads.applyUpload(first, { sendAlerts: false, reason: '' }, await anEditor());
  await work(first);
  expect(await getEvent('kp-2026-04-14')).toMatchObject({
    status: 'preliminary',
    salvos: [
      {
        site: 'munchon',
        countMin: 1,
        countMax: null,
        countText: 'several',
        distanceKm: 150,
        bearingDeg: 43,
        launchedAt: '2026-04-14T14:30:00.000Z',
      },
    ],
    assessments: [{ assessor: 'Japan MOD', figures: { countMin: 1, countText: 'several', bearingDeg: 43 } }],
  });

  const second = await uploads.uploadFile(
    file('14.04.2026;23:30;Munchon;several;150;n/a;43;Success\n'),
    people.editor,
  );
  await work(second);
  expect(await findImport(second)).toMatchObject({
    state: 'ready',
    report: { counts: { new: 0, changed: 0, unchanged: 1 } },
  });
  const [fingerprint = ''] = [...(await keptMappings()).keys()];
  await uploads.forgetMapping(fingerprint, people.editor);
  const third = await uploads.uploadFile(
    file('14.04.2026;23:30;Munchon;several;150;n/a;43;Success\n'),
    people.editor,
  );
  await work(third);
  expect(await state(third)).toBe('unmapped');
});

test('a file that nobody decides on is deleted after a day', async () => {
  const id = await uploaded({ ...launch, Date: '2026-11-16' });
  await work(id);
  const now = new Date();
  expect(await forgetOldFiles(now)).toBe(0);
  expect(await forgetOldFiles(new Date(now.getTime() + 25 * 3_600_000))).toBeGreaterThan(0);
  expect(await findImport(id)).toMatchObject({
    state: 'cancelled',
    problem: expect.stringContaining('deleted'),
  });
});
