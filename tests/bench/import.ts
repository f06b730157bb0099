import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dryRun } from '@/lib/catalogue/import/dry-run';
import { importFile } from '@/lib/catalogue/import/import-commands';
import { layoutOf } from '@/lib/catalogue/import/layout';
import { readFileTables } from '@/lib/catalogue/import/read-file';
import { loadStarterCatalogue } from '@/lib/catalogue/starter';
import { closeDb } from '@/lib/db/client';
import { openEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrations';
import { rereadEnv } from '@/lib/env';
import { addDays } from '@/lib/format/dates';
import { people } from '../support/factories';
import { type CnsRow, cnsWorkbook } from '../support/workbooks';

const rows = 10_000;

/**
 * Rows a second of an import: a workbook of 10,000 missiles in CNS's layout, in rounds of one to four, is read, worked out
 * twice (the dry run, and again when it is applied) and written. The base is the reading of the file alone.
 */
export async function benchImport(): Promise<string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'apogee-bench-'));
  const database = await openEmbedded(dataDir);
  try {
    process.env.DATABASE_URL = database.url;
    rereadEnv();
    await migrate(database.url);
    await loadStarterCatalogue();
    const file = cnsWorkbook(...manyRows());
    const start = performance.now();
    const layout = layoutOf(await readFileTables('many.xlsx', file), new Map());
    if (layout.kind === 'unknown') throw new Error('The workbook was not recognised.');
    const read = performance.now();
    await dryRun(layout, new Date(), { createUnknown: false });
    const compared = performance.now();
    const change = { actor: people.editor, reason: 'bench', holdSeconds: null };
    const plan = await importFile(layout, change, { createUnknown: false });
    const end = performance.now();
    const written = plan.events.filter(({ kind }) => kind === 'new').length;
    if (plan.faults.length > 0 || written === 0) throw new Error(`${plan.faults.length} rows were not read.`);
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
    const perSecond = Math.round(rows / ((end - start) / 1000));
    const ratio = ((read - start) / (end - start)).toFixed(2);
    return `import            ${perSecond} rows/s, ${ratio} of reading alone (${rows} rows, ${written} events: read ${seconds(start, read)} s, dry run ${seconds(read, compared)} s, import ${seconds(compared, end)} s)`;
  } finally {
    await closeDb();
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function manyRows(): CnsRow[] {
  return Array.from({ length: rows }, (_, n) => ({
    F1: n,
    Date: addDays('1950-01-01', Math.floor(n / 2.5) * 5),
    'Launch Time (UTC)': `0${n % 10}:30`,
    'Missile Name': ['Hwasong-11A (KN-23)', 'Scud-B', 'Unknown'][n % 3] ?? null,
    'Missile Type': 'SRBM',
    'Facility Name': n % 2 ? 'Sunan' : 'Wonsan Kalma International Airport',
    'Landing Location': 'Sea of Japan or East Sea',
    Apogee: `${50 + (n % 90)} km`,
    'Distance Travelled': 300 + (n % 400),
    'Confirmation Status': 'Confirmed',
    'Test Outcome': n % 7 ? 'Success' : 'Failure',
    'Additional Information': `What the file says of missile ${n}.`,
    'Source(s)': `Yonhap https://example.org/report/${n}`,
  }));
}
