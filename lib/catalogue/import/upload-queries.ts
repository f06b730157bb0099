import { db } from '@/lib/db/client';
import { type Mapping, mappingInput } from './mapping';
import type { ImportReport } from './report';

/** A sheet whose columns nobody has explained yet, with an example of each. */
export type SampledSheet = { name: string; columns: string[]; examples: (string | null)[] };

const shown = {
  id: true,
  fileName: true,
  fileSize: true,
  state: true,
  step: true,
  stepDone: true,
  stepTotal: true,
  movedAt: true,
  cancelRequested: true,
  createUnknown: true,
  sendAlerts: true,
  reason: true,
  report: true,
  problem: true,
  createdBy: true,
  createdAt: true,
  appliedBy: true,
  finishedAt: true,
} as const;

/** An import as the desk shows it; null where there is none. The file itself is not read. */
export async function findImport(id: number) {
  if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) return null;
  const row = await db().import.findUnique({ where: { id }, select: shown });
  if (!row) return null;
  const { report, ...rest } = row;
  const content = report as unknown as (Partial<ImportReport> & { sheets?: SampledSheet[] }) | null;
  return {
    ...rest,
    // A report that an earlier version wrote lacks parts: it is not shown, and its counts still are in the list.
    report: content?.counts && content.inWords ? (content as ImportReport) : null,
    sheets: content?.sheets ?? [],
  };
}
export type ShownImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

type ListedRow = {
  id: number;
  fileName: string;
  state: ShownImport['state'];
  createdBy: string;
  createdAt: Date;
  counts: ImportReport['counts'] | null;
};

/** The latest first, each with the counts of its report alone: a whole one may be long. */
export function listImports(count: number): Promise<ListedRow[]> {
  return db().$queryRaw<ListedRow[]>`
    SELECT id, file_name AS "fileName", state::text, created_by AS "createdBy", created_at AS "createdAt",
      report->'counts' AS counts
    FROM imports ORDER BY id DESC LIMIT ${count}`;
}

export async function listMappings() {
  return db().importMapping.findMany({ orderBy: { savedAt: 'desc' } });
}

/** The kept mappings, by the fingerprint of their header. One that no longer fits is as if it were not there. */
export async function keptMappings(): Promise<Map<string, Mapping>> {
  const rows = await db().importMapping.findMany();
  return new Map(
    rows.flatMap(({ fingerprint, mapping }) => {
      const parsed = mappingInput.safeParse(mapping);
      return parsed.success ? [[fingerprint, parsed.data] as const] : [];
    }),
  );
}
