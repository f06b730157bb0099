import { randomToken } from '@/lib/secrets';
import { composeMail, escapeHtml } from './compose';
import { mailer } from './transport';

/**
 * Send one mail that says that mailing works.
 * @returns the server's answer
 * @throws what the transport throws: `plainReason` puts it into words
 */
export async function sendTestMail(to: string, appUrl: string, now: Date): Promise<string> {
  const sentence = `This is a test of the mail settings of Apogee at ${appUrl}. Nothing else is to be done.`;
  const fill = await composeMail(
    { subject: 'A test mail from Apogee', text: `${sentence}\n`, html: `<p>${escapeHtml(sentence)}</p>` },
    now,
  );
  return mailer().send(fill({ to, messageKey: `test-${randomToken().slice(0, 12)}`, parts: {} }));
}
