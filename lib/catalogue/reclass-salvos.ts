import type { Tx } from '@/lib/db/client';
import { parse } from '@/lib/parse';
import { changeIn } from './commands';
import { toEventRecord } from './event-record';
import { findEventRow } from './event-rows';
import type { Authorship } from './revisions';
import { eventInput } from './schema';
import type { ClassId } from './vocabulary';

/**
 * Give every salvo of a system its class, by the way that events are corrected, so that a figure of record keeps pointing to a
 * claim that bears it out. Nobody is told.
 * @returns the ids of the events that were changed, each of which has a revision
 */
export async function reclassSalvos(
  tx: Tx,
  systemId: string,
  classId: ClassId,
  authorship: Authorship,
): Promise<number[]> {
  const events = await tx.event.findMany({
    where: { salvos: { some: { systemId, classId: { not: classId } } } },
    select: { id: true, slug: true },
  });
  for (const { slug } of events) {
    const row = await findEventRow(tx, slug);
    const record = toEventRecord(row);
    const salvos = record.salvos.map((salvo) => {
      if (salvo.system !== systemId || salvo.class === classId) return salvo;
      const { class: _, ...sources } = salvo.sources;
      return { ...salvo, class: classId, sources };
    });
    await changeIn(tx, row, parse(eventInput, { ...record, salvos }), { ...authorship, holdSeconds: null });
  }
  return events.map(({ id }) => id);
}
