'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { plural } from '@/lib/format/numbers';

const lookEveryMs = 1000;

const stepWords: Record<string, string> = {
  reading: 'Reading the file',
  comparing: 'Comparing events with the catalogue',
  writing: 'Writing events',
};

/** How far an import is. The page looks again by itself; without scripts the browser loads it anew. */
export function ImportProgress({ step, done, total }: { step: string | null; done: number; total: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), lookEveryMs);
    return () => clearInterval(timer);
  }, [router]);
  const words = step === null ? 'Waiting for the worker' : (stepWords[step] ?? step);
  const share = total === 0 ? 0 : done / total;
  return (
    <div className="max-w-2xl">
      <p aria-live="polite" className="mb-2">
        {words}
        {total > 0 ? `: ${done.toLocaleString('en-GB')} of ${plural(total, 'event')}` : ' …'}
      </p>
      <div
        role="progressbar"
        aria-label={words}
        aria-valuemin={0}
        aria-valuemax={total || undefined}
        aria-valuenow={total > 0 ? done : undefined}
        className="h-2 bg-line"
      >
        <div className="h-2 bg-accent" style={{ width: `${Math.round(share * 1000) / 10}%` }} />
      </div>
    </div>
  );
}
