import { createHash } from 'node:crypto';
import { db } from '@/lib/db/client';
import { readCatalogueState } from './catalogue-state';
import type { Layout } from './layout';
import type { Plan } from './plan';
import { planFile } from './plan-file';

/** Told how far an import is; may throw, to end it before anything is kept. */
export type Watch = (step: 'comparing' | 'writing', done: number, total: number) => Promise<void> | void;

export type ImportOptions = {
  createUnknown: boolean;
  /** What the analyst saw in the dry run, by `digestOf`: anything else is not imported. */
  expected?: string;
  watch?: Watch;
};

export type KnownLayout = Exclude<Layout, { kind: 'unknown' }>;

/** Work out what an import would do, and write nothing. */
export async function dryRun(
  layout: KnownLayout,
  now: Date,
  { createUnknown, watch }: ImportOptions,
): Promise<Plan> {
  const state = await readCatalogueState(db(), now);
  return planFile(layout, state, {
    createUnknown,
    onProgress: (done, total) => watch?.('comparing', done, total),
  });
}

/** What a plan would write, in short: equal for equal plans. */
export function digestOf({ events, newSystems, newSites }: Plan): string {
  const writes = events
    .filter(({ kind }) => kind !== 'unchanged')
    .map(({ kind, slug, known, event }) => [kind, slug, known?.revision, event]);
  return createHash('sha256')
    .update(JSON.stringify([writes, newSystems, newSites]))
    .digest('hex');
}
