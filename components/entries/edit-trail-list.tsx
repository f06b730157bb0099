import type { CatalogueEdit } from '@/lib/catalogue/edit-trail';
import { editedFields } from '@/lib/catalogue/edit-words';
import { formatUtc } from '@/lib/format/dates';

const words = { added: 'Added', edited: 'Edited', merged: 'Merged', deleted: 'Deleted' };

/** Who changed an entry, when and why, the latest first. */
export function EditTrailList({ id, edits }: { id: string; edits: CatalogueEdit[] }) {
  return (
    <section className="mt-12 border-line border-t pt-5" aria-labelledby="history">
      <h2 id="history" className="mb-3 text-2xl">
        History
      </h2>
      {edits.length === 0 ? (
        <p className="text-muted">
          It stands as it was loaded or first named. What is changed from now on will be listed here, with who
          changed it and why.
        </p>
      ) : (
        <ol>
          {edits.map((edit) => (
            <li key={edit.id} className="border-line border-t py-3 first:border-t-0 first:pt-0">
              <p>
                <span className="font-medium">{titleOf(edit, id)}</span>
                <span className="text-muted text-sm">
                  {' '}
                  by {edit.actor}, {formatUtc(new Date(edit.createdAt))}
                </span>
              </p>
              <p className="font-reading">{edit.reason}</p>
              <dl className="mt-1 text-sm">
                {editedFields(edit.before, edit.after).map(({ label, before, after }) => (
                  <div key={label} className="flex flex-wrap gap-x-2">
                    <dt className="text-muted">{label}:</dt>
                    <dd className="[overflow-wrap:anywhere]">
                      {before !== null && after !== null ? (
                        <>
                          <s className="text-muted">{before}</s> → {after}
                        </>
                      ) : (
                        (after ?? <s className="text-muted">{before}</s>)
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function titleOf({ edit, entryId, before, after }: CatalogueEdit, id: string): string {
  if (edit === 'merged' && after === null)
    return `${String(before?.name ?? before?.title ?? entryId)} (${entryId}) was merged`;
  return entryId === id ? words[edit] : `${words[edit]} as ${entryId}`;
}
