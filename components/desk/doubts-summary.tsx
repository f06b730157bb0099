import { doubtWords } from '@/lib/catalogue/doubts/doubt';
import { labelOf, partOf } from '@/lib/catalogue/event-form-labels';
import { plural } from '@/lib/format/numbers';
import { doubtId } from './doubts-at';
import type { FormDoubts } from './use-doubts';

/** How many doubts are open, each a link to where it stands in the form. */
export function DoubtsSummary({ doubts: { all, isUnanswered } }: { doubts: FormDoubts }) {
  const open = all.filter(({ decision, decided }) => !decision && !decided);
  const settled = all.length - open.length;
  const words = [
    open.length > 0 ? 'It can be saved all the same.' : settled > 0 ? 'No open doubt.' : '',
    settled > 0 ? `${settled} found right as ${settled === 1 ? 'it is' : 'they are'}.` : '',
    isUnanswered ? 'What was typed last could not be held against the catalogue.' : '',
  ];
  // There from the start, so that what comes into it is read out.
  return (
    <section
      aria-label="Doubts about this entry"
      className={`text-sm ${all.length > 0 || isUnanswered ? 'border-line border-t py-3' : ''}`}
    >
      <p role="status">
        {open.length > 0 ? <strong>{plural(open.length, 'open doubt')}. </strong> : null}
        {words.filter(Boolean).join(' ')}
      </p>
      {open.length > 0 ? (
        <ul className="flex flex-wrap gap-x-5">
          {open.slice(0, 12).map(({ doubt }) => (
            <li key={doubt.key}>
              <a
                href={`#${doubtId(doubt.key)}`}
                className="inline-flex min-h-11 items-center underline decoration-line-strong underline-offset-4 hover:decoration-current lg:min-h-7"
                onClick={(event) => {
                  const entry = document.getElementById(doubtId(doubt.key));
                  if (!entry || entry.closest('details:not([open])')) return;
                  event.preventDefault();
                  entry.focus();
                }}
              >
                {[doubtWords[doubt.kind], partOf(doubt.path) || labelOf(doubt.path)].join(', ')}
              </a>
            </li>
          ))}
          {open.length > 12 ? <li className="py-1 text-muted">{`and ${open.length - 12} more`}</li> : null}
        </ul>
      ) : null}
    </section>
  );
}
