import type { NodemailerError } from 'nodemailer';
import { AppError } from '@/lib/errors';

/**
 * Whose failure it is that a mail was not taken.
 * - `server`: nobody's address is at fault (no connection, no TLS, our sign-in or sender refused): all mail waits
 * - `temporary`: the server asks to try this recipient again later (4xx)
 * - `permanent`: it never will take this mail (5xx); `addressIsBad` where it says so of the address itself
 */
export type MailFailure =
  | { kind: 'server'; words: string }
  | { kind: 'temporary'; words: string }
  | { kind: 'permanent'; words: string; addressIsBad: boolean };

/** What the library's error means for the delivery. `words` are the server's own where it said any. */
export function judgeFailure(error: unknown): MailFailure {
  const { responseCode: code = 0, response, command = '', message } = error as NodemailerError;
  const words = oneLine(response ?? message);
  const aboutMail = command === 'RCPT TO' || command === 'DATA';
  // 421: the server is closing down, whoever the mail is for.
  if (!aboutMail || code < 400 || code === 421) return { kind: 'server', words: plainReason(error) };
  if (code < 500) return { kind: 'temporary', words };
  return { kind: 'permanent', words, addressIsBad: isAboutAddress(command, words) };
}

/**
 * A relay that is set up wrongly, or a spam filter, refuses everybody with 5.7.x or after DATA: nobody's address is
 * to be given up for that. Enhanced codes: RFC 3463 (5.1 the address, 5.2 the mailbox, 5.2.2 full, 5.7 policy).
 */
function isAboutAddress(command: string, words: string): boolean {
  const enhanced = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(words);
  if (!enhanced) return command === 'RCPT TO';
  const [, subject, detail] = enhanced;
  return subject === '1' || (subject === '2' && detail !== '2') || (subject === '0' && command === 'RCPT TO');
}

/** One plain sentence about why a mail could not be handed over. */
export function plainReason(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const { code, response, message, command } = error as NodemailerError & { command?: string };
  const words = oneLine(response ?? message);
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return `The mail server did not accept the user and password: ${words}`;
  if (/ECONNREFUSED/.test(words)) return `The mail server refuses the connection: ${words}`;
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(words)) return `The mail server is not found: ${words}`;
  if (/self.signed|unable to (verify|get)|certificate|altnames/i.test(words))
    return `The mail server's certificate is not trusted: ${words}. SMTP_CA_FILE names an authority of your own.`;
  if (code === 'ETLS' || /wrong version number|SSL routines|TLS|STARTTLS/i.test(words))
    return `No TLS with the mail server: ${words}. smtps:// is TLS from the start, smtp:// with ?requireTLS=true is STARTTLS.`;
  if (code === 'ETIMEDOUT') return `The mail server does not answer: ${words}`;
  if (response) return `The mail server answered${command ? ` to ${command}` : ''}: ${words}`;
  return words;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}
