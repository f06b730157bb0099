import type { EventReview } from '@/lib/catalogue/review';
import { type RemarkAction, RemarkForm } from './remark-form';

type Props = {
  slug: string;
  review: EventReview;
  mayPublish: boolean;
  submit: RemarkAction;
  giveBack: RemarkAction;
};

/** The next step of a draft's review: an analyst submits it, an editor publishes or returns it. */
export function ReviewStep({ slug, review, mayPublish, submit, giveBack }: Props) {
  if (review.submitted && !mayPublish) return null;
  if (review.submitted)
    return (
      <Folded title="Return this draft to be worked on">
        <RemarkForm
          action={giveBack}
          about={slug}
          label="What is missing"
          hint="It stands on the draft’s page at the desk."
          button="Return it"
        />
      </Folded>
    );
  const form = (
    <RemarkForm
      action={submit}
      about={slug}
      label="A word to the editor"
      button="Submit for review"
      look={mayPublish ? 'secondary' : 'primary'}
      isOptional
    />
  );
  if (mayPublish) return <Folded title="Have another editor look at it first">{form}</Folded>;
  return <div className="mt-4">{form}</div>;
}

function Folded({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <details className="mt-2">
      <summary className="min-h-11 cursor-pointer py-3 text-sm underline underline-offset-4">{title}</summary>
      <div className="pt-1 pb-3">{children}</div>
    </details>
  );
}
