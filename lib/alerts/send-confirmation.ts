import { z } from 'zod';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { composeMail } from '@/lib/mail/compose';
import { askToConfirm, confirmationText, sayAlreadyConfirmed } from '@/lib/mail/confirmation-content';
import { judgeFailure } from '@/lib/mail/failures';
import { renderMail } from '@/lib/mail/render';
import { mailer } from '@/lib/mail/transport';
import { parse } from '@/lib/parse';
import { confirmToken, confirmUrl, ownPageUrl } from './links';
import { describeSubscription } from './queries';

const confirmationJob = z.object({ subscriptionId: z.number().int() });

/**
 * Mail the link that confirms a subscription; to a subscriber who has it already, a mail that says so.
 * @throws the mail library's error where it is worth trying again: the job queue does that
 */
export async function sendConfirmation(payload: unknown, now: Date = new Date()): Promise<void> {
  const { subscriptionId } = parse(confirmationJob, payload);
  const row = await db().subscription.findUnique({
    where: { id: subscriptionId },
    include: { subscriber: true },
  });
  const isTooLate = row && !row.confirmedAt && (!row.confirmExpiresAt || row.confirmExpiresAt <= now);
  if (!row || isTooLate) return;

  const { APP_URL } = env();
  const words = await describeSubscription(row);
  const expiresAt = row.confirmExpiresAt;
  const content =
    row.confirmedAt || !expiresAt
      ? sayAlreadyConfirmed(words, ownPageUrl(row.subscriberId), APP_URL)
      : askToConfirm(words, confirmUrl(confirmToken(row.id, expiresAt)), expiresAt, APP_URL);
  const fill = await composeMail(
    {
      subject: content.headline,
      html: await renderMail({ name: 'confirmation', content }),
      text: confirmationText(content),
    },
    now,
  );
  const occasion = row.confirmedAt ? `already-${now.getTime()}` : `${expiresAt?.getTime()}`;
  try {
    await mailer().send(
      fill({ to: row.subscriber.email, messageKey: `confirm-${row.id}-${occasion}`, parts: {} }),
    );
  } catch (error) {
    const failure = judgeFailure(error);
    if (failure.kind !== 'permanent') throw error;
    log().warn({ subscriptionId, answer: failure.words }, 'a confirmation mail was refused');
  }
}
