import { changeInWords } from '@/lib/catalogue/change-words';
import type { FieldChange } from '@/lib/catalogue/event-diff';

/** So many differences are shown at once. */
const shownAtOnce = 8;

/** What was different afterwards, field by field: what it was, struck through, and what it became. Many fold. */
export function FieldChanges({ changes }: { changes: FieldChange[] }) {
  if (changes.length === 0) return null;
  const folded = changes.slice(shownAtOnce);
  return (
    <>
      <ChangeRows changes={changes.slice(0, shownAtOnce)} />
      {folded.length > 0 ? (
        <details>
          <summary className="min-h-9 cursor-pointer py-1.5 text-sm underline underline-offset-4">
            {folded.length} more
          </summary>
          <ChangeRows changes={folded} />
        </details>
      ) : null}
    </>
  );
}

function ChangeRows({ changes }: { changes: FieldChange[] }) {
  return (
    <dl className="text-sm">
      {changes.map((change) => (
        <div
          key={`${change.path} ${change.before}`}
          className="grid gap-x-6 py-1 sm:grid-cols-[minmax(9rem,14rem)_1fr]"
        >
          <dt className="text-muted [overflow-wrap:anywhere]">{change.label}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">
            <Difference change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Difference({ change }: { change: FieldChange }) {
  const words = changeInWords(change);
  if ('added' in words)
    return (
      <>
        added: <After>{words.added}</After>
      </>
    );
  if ('removed' in words)
    return (
      <>
        removed: <Before>{words.removed}</Before>
      </>
    );
  return (
    <>
      <Before>{words.was}</Before> <span aria-hidden="true">→</span>
      <span className="sr-only">, now</span> <After>{words.became}</After>
    </>
  );
}

function Before({ children }: { children: string }) {
  return <del className="text-muted decoration-line-strong">{children}</del>;
}

function After({ children }: { children: string }) {
  return <ins className="font-semibold no-underline">{children}</ins>;
}
