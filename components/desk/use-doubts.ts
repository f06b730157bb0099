'use client';

import { useEffect, useState } from 'react';
import type { Doubt } from '@/lib/catalogue/doubts/doubt';
import type { EventFormValues } from '@/lib/catalogue/event-form';

/** A doubt as the form has it. `decision` was kept before, `decided` stands in the form and goes with it. */
export type FormDoubt = {
  doubt: Doubt;
  decision: { note: string | null; actor: string } | null;
  decided: boolean;
};

export type FormDoubts = {
  all: FormDoubt[];
  /** Whether the last question was not answered: then what is shown may be of before. */
  isUnanswered: boolean;
  decide: (key: string, isRight: boolean) => void;
};

type Answer = { doubts: Omit<FormDoubt, 'decided'>[] };

/** Long enough that a date is not asked about while its day is being typed. */
const pauseMs = 700;

/**
 * What is doubtful about the form as it stands, asked of the server whenever typing pauses. Typing and saving wait for
 * nothing: an answer that comes too late is left aside, and one that does not come leaves what was known before.
 * @param slug of the event that is edited; empty for a new one
 */
export function useDoubts(slug: string, values: EventFormValues): FormDoubts {
  const [doubts, setDoubts] = useState<Answer['doubts']>([]);
  const [isUnanswered, setUnanswered] = useState(false);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await ask(slug, values, asking.signal);
        setDoubts(answer.doubts);
        setUnanswered(false);
      } catch {
        if (!asking.signal.aborted) setUnanswered(true);
      }
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [slug, values]);

  return {
    all: doubts.map((one) => ({ ...one, decided: decided.has(one.doubt.key) })),
    isUnanswered,
    decide: (key, isRight) =>
      setDecided((before) => new Set([...before, key].filter((one) => isRight || one !== key))),
  };
}

async function ask(slug: string, values: EventFormValues, signal: AbortSignal): Promise<Answer> {
  const response = await fetch('/desk/doubts', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ slug: slug || null, values }),
    signal,
  });
  if (!response.ok) throw new Error(`the question about doubts was answered ${response.status}`);
  return (await response.json()) as Answer;
}
