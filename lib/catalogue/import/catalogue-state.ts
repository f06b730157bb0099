import { readReferences } from '@/lib/catalogue/event-parts';
import { eventInclude, toEventRecord } from '@/lib/catalogue/event-record';
import type { Tx } from '@/lib/db/client';
import type { CatalogueState } from './plan-file';

const atOnce = 1000;

/** The catalogue as it stands, drafts among it, with the row of each event by its slug. */
export async function readCatalogueState(
  tx: Tx,
  now: Date,
): Promise<CatalogueState & { ids: Map<string, number>; version: number }> {
  const { version } = await tx.catalogue.findUniqueOrThrow({ where: { id: 1 } });
  const references = await readReferences(tx);
  const state = { references, now, events: [], ids: new Map<string, number>(), version } as CatalogueState & {
    ids: Map<string, number>;
    version: number;
  };
  for (let last = 0; ; ) {
    const rows = await tx.event.findMany({
      where: { id: { gt: last } },
      orderBy: { id: 'asc' },
      take: atOnce,
      include: eventInclude,
    });
    for (const row of rows) {
      state.events.push(toEventRecord(row));
      state.ids.set(row.slug, row.id);
    }
    last = rows.at(-1)?.id ?? last;
    if (rows.length < atOnce) return state;
  }
}
