import Link from 'next/link';
import { formatUtc } from '@/lib/format/dates';

export type ImportState = 'reading' | 'unmapped' | 'ready' | 'importing' | 'done' | 'failed' | 'cancelled';

export const importStateWords: Record<ImportState, string> = {
  reading: 'being read',
  unmapped: 'waits for its columns to be explained',
  ready: 'waits for a decision',
  importing: 'being imported',
  done: 'imported',
  failed: 'failed',
  cancelled: 'cancelled',
};

export type ListedImport = {
  id: number;
  fileName: string;
  state: ImportState;
  createdBy: string;
  createdAt: Date;
  outcome: string | null;
};

/** Imports of the past, the latest first. */
export function ImportsList({ imports }: { imports: ListedImport[] }) {
  return (
    <section className="mb-10" aria-labelledby="imports">
      <h2 id="imports" className="mb-2 text-xl">
        Imports
      </h2>
      {imports.length === 0 ? (
        <p className="border-line border-t py-3 text-muted">
          Nothing has been imported yet. Each file that is uploaded here, or by npm run import, is listed with
          what became of it.
        </p>
      ) : (
        <ul className="border-line border-t">
          {imports.map(({ id, fileName, state, createdBy, createdAt, outcome }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-line border-b py-3"
            >
              <Link
                href={`/desk/import/${id}`}
                prefetch={false}
                className="break-all underline underline-offset-4"
              >
                {fileName}
              </Link>
              <span className="text-muted text-sm">
                {state === 'done' && outcome ? `${outcome} imported` : importStateWords[state]}, {createdBy},{' '}
                {formatUtc(createdAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
