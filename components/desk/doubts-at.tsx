import { decidedField, noteField } from '@/lib/catalogue/doubts/decided-in-form';
import { doubtWords } from '@/lib/catalogue/doubts/doubt';
import { labelOf } from '@/lib/catalogue/event-form-labels';
import { limits } from '@/lib/catalogue/schema';
import { DoubtLinks } from './doubt-links';
import type { FormDoubt, FormDoubts } from './use-doubts';

/** More than these of one part are folded away: a date that is known by its year is near to every event of it. */
const shownAtOnce = 5;

type Props = {
  doubts: FormDoubts;
  /** Whose doubts: `salvos.0`, `assessments.1`, or nothing for the event's own. */
  part: string;
};

/** What is doubtful about one part of the form, under its fields, each with a box to say that it is right as it is. */
export function DoubtsAt({ doubts, part }: Props) {
  const own = doubts.all.filter(({ doubt }) => partOfForm(doubt.path) === part);
  if (own.length === 0) return null;
  const entries = (some: FormDoubt[]) =>
    some.map((one) => <Entry key={one.doubt.key} one={one} decide={doubts.decide} />);
  return (
    <section aria-label="Doubts" className="mt-3 mb-2 max-w-3xl text-sm">
      {entries(own.slice(0, shownAtOnce))}
      {own.length > shownAtOnce ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-3 underline underline-offset-4 lg:min-h-8 lg:py-1">
            {`${own.length - shownAtOnce} more`}
          </summary>
          {entries(own.slice(shownAtOnce))}
        </details>
      ) : null}
    </section>
  );
}

/** Where a doubt stands in the form, for a link to it. */
export const doubtId = (key: string) => `doubt ${key}`.replaceAll(/[^\w.-]+/g, '-');

export function partOfForm(path: string): string {
  const [list = '', place] = path.split('.');
  return place === undefined ? '' : `${list}.${place}`;
}

function Entry({ one, decide }: { one: FormDoubt; decide: FormDoubts['decide'] }) {
  const { doubt, decision, decided } = one;
  const isOpen = !decision && !decided;
  return (
    <div
      id={doubtId(doubt.key)}
      tabIndex={-1}
      className={`mb-2 scroll-my-24 border-l-2 py-0.5 pl-3 ${isOpen ? 'border-notice' : 'border-line text-muted'}`}
    >
      <p className="[overflow-wrap:anywhere]">
        <span className={isOpen ? 'font-medium text-notice' : ''}>{doubtWords[doubt.kind]}</span>
        <span className="text-muted">{` · ${labelOf(doubt.path)} · `}</span>
        {doubt.message}
      </p>
      <DoubtLinks about={doubt.about ?? []} />
      {decision ? (
        <p>{`Right as it is, ${decision.actor} decided${decision.note ? `: ${decision.note}` : '.'}`}</p>
      ) : (
        <div className="flex flex-wrap items-center gap-x-4">
          <label className="flex min-h-11 items-center gap-2 text-ink lg:min-h-8">
            <input
              type="checkbox"
              name={decidedField}
              value={doubt.key}
              checked={decided}
              onChange={(event) => decide(doubt.key, event.target.checked)}
              className="size-4 accent-accent"
            />
            It is right as it is
          </label>
          {decided ? (
            <input
              name={noteField(doubt.key)}
              aria-label="Why it is right (optional)"
              placeholder="why (optional)"
              maxLength={limits.line}
              autoComplete="off"
              className="min-h-11 min-w-0 grow border border-line-strong bg-paper px-2 text-base text-ink lg:min-h-8 lg:text-sm"
            />
          ) : null}
        </div>
      )}
    </div>
  );
}
