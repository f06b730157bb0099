import Link from 'next/link';
import type { SentView } from '@/lib/alerts/views';
import { formatUtc } from '@/lib/format/dates';

const stateWords: Record<SentView['state'], string> = {
  sent: 'sent',
  pending: 'about to be sent',
  deferred: 'your mail server asked to try again later',
  failed: 'not delivered',
  collected: 'waits to be sent together with others',
  folded: 'sent together with others',
};

/** What was mailed to a subscriber lately. */
export function SentList({ sent }: { sent: SentView[] }) {
  return (
    <section aria-labelledby="sent" className="mt-12">
      <h2 id="sent" className="text-2xl">
        What was sent
      </h2>
      {sent.length === 0 ? (
        <p className="mt-2 text-muted">
          The last twenty alerts would stand here. None has been sent to you yet.
        </p>
      ) : (
        <ul className="mt-2 border-line border-t">
          {sent.map(({ id, subject, slug, state, at }) => (
            <li key={id} className="border-line border-b py-3 text-sm">
              {slug === null ? (
                <span className="wrap-anywhere">{subject}</span>
              ) : (
                <Link href={`/events/${slug}`} className="wrap-anywhere underline-offset-4 hover:underline">
                  {subject}
                </Link>
              )}
              <p className="text-muted">
                {formatUtc(at)}, {stateWords[state]}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
