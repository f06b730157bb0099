import { Button } from '@/components/ui/button';
import { type PublishedStatus, publishedStatuses } from '@/lib/catalogue/vocabulary';
import { plural } from '@/lib/format/numbers';
import { type ActionAnswer, ActionForm } from './action-form';

const meaning: Record<PublishedStatus, string> = {
  preliminary: 'as first reported',
  confirmed: 'by more than one assessor, or in full by one',
  disputed: 'assessors contradict each other',
};

type Props = {
  action: (before: ActionAnswer, data: FormData) => Promise<ActionAnswer>;
  slug: string;
  /** The revision that is shown: a newer one is not published unseen. */
  revision: number;
  recipients: number;
  /** How long a publication can be undone; 0: not at all. */
  holdSeconds: number;
  mayPublish: boolean;
  /** Doubts about the entry that nobody has decided on. */
  openDoubts?: number;
};

/** How many people will be told, and the button that tells them. */
export function PublishForm({
  action,
  slug,
  revision,
  recipients,
  holdSeconds,
  mayPublish,
  openDoubts = 0,
}: Props) {
  const told = `${plural(recipients, 'subscriber')} will be told`;
  if (!mayPublish)
    return (
      <p>
        When an editor publishes this, <strong>{told}</strong>. Publishing takes the role of editor.
      </p>
    );
  return (
    <ActionForm action={action} fields={{ slug, revision: String(revision) }}>
      <fieldset className="mb-3">
        <legend className="mb-1 font-medium">Publish as</legend>
        {publishedStatuses.map((status, index) => (
          <label key={status} className="flex min-h-11 items-center gap-2 sm:min-h-8">
            <input
              type="radio"
              name="status"
              value={status}
              defaultChecked={index === 0}
              className="size-4 accent-accent"
            />
            <span>
              {status}
              <span className="text-muted">, {meaning[status]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="mb-3">
        <strong>{told}.</strong> {holdSentence(holdSeconds)}
        {openDoubts > 0 ? ` It is published with ${plural(openDoubts, 'open doubt')}.` : ''}
      </p>
      <Button type="submit">Publish</Button>
    </ActionForm>
  );
}

function holdSentence(seconds: number): string {
  if (seconds === 0) return 'The alert goes out at once and cannot be undone.';
  const time = seconds % 60 === 0 ? plural(seconds / 60, 'minute') : plural(seconds, 'second');
  return `The alert goes out ${time} after you publish. Until then it can be undone.`;
}
