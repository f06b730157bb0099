import Link from 'next/link';
import type { ReactNode } from 'react';
import { CitationLine } from '@/components/events/event-citations';
import { Notice } from '@/components/ui/notice';
import type { ContextItem } from '@/lib/catalogue/context-schema';
import { mergedEntry } from '@/lib/catalogue/entry-merger';
import type { MergerPreview } from '@/lib/catalogue/entry-queries';
import type { NamedKind } from '@/lib/catalogue/entry-schema';
import { formatDate } from '@/lib/format/dates';
import { plural } from '@/lib/format/numbers';
import { listInWords } from '@/lib/format/words';
import { type ReasonAnswer, ReasonForm } from './reason-form';
import { rooms } from './rooms';

type Merge = (before: ReasonAnswer, data: FormData) => Promise<ReasonAnswer>;

/** What a merger of two systems, sites or assessors will do, and the button that does it. */
export function MergePreview({
  kind,
  merger,
  merge,
}: {
  kind: NamedKind;
  merger: MergerPreview;
  merge: Merge;
}) {
  const { from, into, subscriptions, refusal } = merger;
  if (refusal) return <Notice tone="problem" title={refusal} />;
  const merged = mergedEntry(from, into);
  const gained = merged.aliases.filter((alias) => !into.aliases.includes(alias));
  const isPositionTaken = 'latitude' in into && 'latitude' in merged && into.latitude !== merged.latitude;
  const isNoted = 'notes' in into && 'notes' in merged && into.notes !== merged.notes;
  const drafts = from.drafts > 0 ? ` and ${plural(from.drafts, 'draft')}` : '';
  return (
    <Preview
      path={rooms[kind].path}
      from={from.id}
      into={into.id}
      swap={`Keep ${from.name} instead`}
      form={
        <ReasonForm
          key={from.id}
          action={merge}
          fields={{ kind, id: from.id, into: into.id }}
          button={`Merge into ${into.name}`}
          placeholder={`${from.id} and ${into.id} are one`}
        />
      }
    >
      <li>
        <strong>
          {plural(from.events, 'event')}
          {drafts}
        </strong>{' '}
        {from.events + from.drafts === 1 ? 'moves' : 'move'} from {from.name} to {into.name}. Each gets a
        revision with your reason; nobody is mailed.
      </li>
      <li>
        {gained.length > 0
          ? `${listInWords(gained)} ${gained.length === 1 ? 'becomes an alias' : 'become aliases'} of ${into.name}.`
          : `${into.name} gains no alias.`}
      </li>
      <li>
        What assessors said stays in their words
        {kind === 'system' ? ', and each salvo keeps its class.' : '.'}
      </li>
      {isPositionTaken ? <li>{`${into.name} takes the position of ${from.name}.`}</li> : null}
      {isNoted ? <li>{`The notes of ${from.name} are added to those of ${into.name}.`}</li> : null}
      {subscriptions > 0 ? (
        <li>{`${plural(subscriptions, 'subscription')} to ${from.name} ${subscriptions === 1 ? 'follows' : 'follow'} to ${into.name}.`}</li>
      ) : null}
      {kind === 'assessor' ? null : <li>{`Links with the id ${from.id} find ${into.name}.`}</li>}
    </Preview>
  );
}

/** What a merger of two context items will do, and the button that does it. */
export function ContextMergePreview({
  merger,
  merge,
}: {
  merger: { from: ContextItem; into: ContextItem; gained: ContextItem['citations']; refusal: string | null };
  merge: Merge;
}) {
  const { from, into, gained, refusal } = merger;
  if (refusal) return <Notice tone="problem" title={refusal} />;
  return (
    <Preview
      path={rooms.context.path}
      from={from.slug}
      into={into.slug}
      swap={`Keep “${from.title}” instead`}
      form={
        <ReasonForm
          key={from.slug}
          action={merge}
          fields={{ kind: 'context', id: from.slug, into: into.slug }}
          button="Merge"
          placeholder="the same fact twice"
        />
      }
    >
      <li>
        “{into.title}” of {formatDate(into.date)} stays in its own words.
      </li>
      <li>
        “{from.title}” of {formatDate(from.date)} goes. What it said stays in the history: “{from.summary}”
      </li>
      <li>
        {gained.length > 0 ? 'These sources are added:' : 'Its sources are there already.'}
        {gained.map((citation) => (
          <span key={citation.url} className="block text-sm">
            <CitationLine citation={citation} />
          </span>
        ))}
      </li>
      <li>Links to it lead to the one that stays.</li>
    </Preview>
  );
}

type PreviewProps = {
  path: string;
  from: string;
  into: string;
  swap: string;
  form: ReactNode;
  children: ReactNode;
};

/** The sentences, the way to turn the merger round, and the form. */
function Preview({ path, from, into, swap, form, children }: PreviewProps) {
  return (
    <section aria-labelledby="preview" className="pt-6">
      <h2 id="preview" className="text-2xl">
        What will happen
      </h2>
      <ul className="mt-3 max-w-2xl list-outside list-disc space-y-2 pl-5 font-reading text-lg leading-relaxed marker:text-muted">
        {children}
      </ul>
      <p className="py-4">
        <Link
          href={`${path}/${into}/merge?into=${encodeURIComponent(from)}`}
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          {swap}
        </Link>
      </p>
      {form}
    </section>
  );
}
