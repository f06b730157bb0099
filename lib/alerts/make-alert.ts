import { z } from 'zod';
import { type EventRecord, eventInclude, toEventRecord } from '@/lib/catalogue/event-record';
import { addJob } from '@/lib/db/add-job';
import { db, Prisma, type Tx } from '@/lib/db/client';
import { env } from '@/lib/env';
import { alertContent, alertText, type NoveltySentences } from '@/lib/mail/alert-content';
import type { MailBody } from '@/lib/mail/compose';
import { renderMail } from '@/lib/mail/render';
import { parse } from '@/lib/parse';
import { insertDeliveries } from './matching';
import { eventNovelty } from './novelty';

const alertJob = z.object({
  eventId: z.number().int(),
  revision: z.number().int(),
  kind: z.enum(['new_event', 'update', 'withdrawal']),
});

/** One sender for so many deliveries, up to `maxSenders`: any number of workers take them. */
const deliveriesASender = 1000;
const maxSenders = 4;

/**
 * Make the alert of one revision of an event, with a delivery for everyone whose subscription matches, and start
 * senders. Doing it again changes nothing.
 * @returns how many deliveries are new; 0 where there is nothing to tell (any more)
 */
export async function makeAlert(payload: unknown, now: Date = new Date()): Promise<number> {
  const { eventId, revision, kind } = parse(alertJob, payload);
  // Updates and withdrawals are written down as jobs already; their mails are still to come.
  if (kind !== 'new_event') return 0;
  const row = await db().event.findUnique({ where: { id: eventId }, include: eventInclude });
  if (!row || row.status === 'draft' || row.status === 'withdrawn') return 0;
  const event = toEventRecord(row);
  const novelty = await eventNovelty(event);
  const body = await renderAlert(event, novelty);

  return db().$transaction(
    async (tx) => {
      if (await isRecalled(tx, eventId, revision)) return 0;
      const alertId = await keptAlert(tx, { eventId, revision, kind, ...body }, now);
      const count = await insertDeliveries(tx, { alertId, eventId, isNovel: novelty.isNovel, now });
      const senders = Math.min(maxSenders, Math.ceil(count / deliveriesASender));
      for (let n = 0; n < senders; n += 1) await addJob(tx, 'deliver', {});
      return count;
    },
    { timeout: 120_000 },
  );
}

/** Subject, HTML and text of an event's alert, with placeholders for what differs from reader to reader. */
export async function renderAlert(event: EventRecord, novelty: NoveltySentences): Promise<MailBody> {
  const content = alertContent(event, novelty, env().APP_URL);
  return {
    subject: content.subject,
    html: await renderMail({ name: 'alert', content }),
    text: alertText(content),
  };
}

/** Locks the event: a publication is undone before its alert is made, or not at all. */
async function isRecalled(tx: Tx, eventId: number, revision: number): Promise<boolean> {
  const [event] = await tx.$queryRaw<{ status: string }[]>(
    Prisma.sql`SELECT status::text FROM events WHERE id = ${eventId} FOR SHARE`,
  );
  if (!event || event.status === 'draft') return true;
  const recalls = await tx.revision.count({
    where: { eventId, kind: 'recalled', number: { gt: revision } },
  });
  return recalls > 0;
}

type NewAlert = z.output<typeof alertJob> & MailBody;

/** The alert of this revision and kind: the one that is there, or a new one. */
async function keptAlert(tx: Tx, alert: NewAlert, now: Date): Promise<number> {
  await tx.alert.createMany({ data: [{ ...alert, createdAt: now }], skipDuplicates: true });
  const { eventId, revision, kind } = alert;
  const row = await tx.alert.findUniqueOrThrow({
    where: { eventId_revision_kind: { eventId, revision, kind } },
    select: { id: true },
  });
  return row.id;
}
