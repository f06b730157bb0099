import type { TalkEntry } from '@/lib/catalogue/review';
import { formatUtc } from '@/lib/format/dates';
import { type RemarkAction, RemarkForm } from './remark-form';

const done: Record<TalkEntry['kind'], string> = {
  comment: '',
  submitted: ' submitted it for review',
  returned: ' returned it',
  published: ' published it',
};

/** What colleagues say to each other about an event, with the steps of its review between. */
export function EventTalk({ slug, talk, add }: { slug: string; talk: TalkEntry[]; add: RemarkAction }) {
  return (
    <section aria-labelledby="comments" className="mt-12 max-w-4xl border-line border-t pt-5">
      <h2 id="comments" className="mb-1 scroll-mt-6 text-xl">
        Comments
      </h2>
      <p className="mb-4 text-muted text-sm">
        Seen at the desk only. They stay here when the event is published, and go with a draft that is
        discarded.
      </p>
      {talk.length === 0 ? (
        <p className="mb-6 border-line border-y py-3 text-muted">
          Nobody has said anything yet. What you write below stands here for your colleagues.
        </p>
      ) : (
        <ol className="mb-6 border-line border-t">
          {talk.map(({ key, kind, who, at, text }) => (
            <li key={key} className="border-line border-b py-3">
              <p className="text-sm">
                <span className="font-medium">{who}</span>
                {done[kind]}
                <time dateTime={at.toISOString()} className="text-muted">
                  , {formatUtc(at)}
                </time>
              </p>
              {text ? (
                <p className="mt-1 whitespace-pre-line font-reading [overflow-wrap:anywhere]">{text}</p>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      <RemarkForm key={talk.length} action={add} about={slug} label="Your comment" button="Comment" />
    </section>
  );
}
