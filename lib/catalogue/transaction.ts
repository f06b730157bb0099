import { db, type Tx } from '@/lib/db/client';

/**
 * One transaction on the catalogue. Its version row is locked first: that lock puts writes in a line, so slugs and
 * revision numbers need no other. The version goes up by one, unless `isChange` says that nothing was changed.
 */
export function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  isChange: (result: T) => boolean = () => true,
): Promise<T> {
  return db().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT version FROM catalogue WHERE id = 1 FOR UPDATE`;
      const result = await work(tx);
      if (isChange(result)) {
        await tx.catalogue.update({
          where: { id: 1 },
          data: { version: { increment: 1 }, changedAt: new Date() },
        });
      }
      return result;
    },
    { timeout: 120_000, maxWait: 20_000 },
  );
}
