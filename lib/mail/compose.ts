import MailComposer from 'nodemailer/lib/mail-composer';
import * as quotedPrintable from 'nodemailer/lib/qp';
import { env } from '@/lib/env';
import { derivedToken } from '@/lib/secrets';
import type { OutgoingMail } from './transport';
import { senderAddress, senderHost } from './transport';

/** What a mail says, the same for everybody, with `placeholder(…)` where a personal part belongs. */
export type MailBody = { subject: string; html: string; text: string };

/** The parts of a mail that differ from reader to reader. */
export type PersonalPart = 'unsubscribeUrl' | 'ownPageUrl' | 'subscriptionName';

/** One reader's copy. `messageKey` is unique among all mails and the same for a repeat of this one. */
export type PersonalCopy = {
  to: string;
  messageKey: string;
  parts: Partial<Record<PersonalPart, string>>;
  /** The Message-ID of the first mail that this reader got of the same event: this one stands in its thread. */
  inReplyTo?: string;
  /** The address of RFC 8058 one-click unsubscription, where this mail can be unsubscribed from. */
  oneClickUrl?: string;
};

/** Stands in a mail for a personal part. Nobody can write it into an event: it is derived from our secret. */
export function placeholder(part: PersonalPart): string {
  return `${part}-${derivedToken(`mail-placeholder:${part}`).slice(0, 16)}`;
}

/**
 * Compose a mail once, for any number of readers: what comes back only fills in the personal parts, which is ten
 * times cheaper than composing.
 */
export async function composeMail(body: MailBody, date: Date): Promise<(copy: PersonalCopy) => OutgoingMail> {
  const composed = await new MailComposer({
    from: env().MAIL_FROM,
    subject: oneLine(body.subject),
    text: quoted(body.text),
    html: quoted(body.html),
    date,
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Id': `Apogee alerts <alerts.${new URL(env().APP_URL).hostname}>`,
    },
  })
    .compile()
    .build();
  const { headers, segments } = cut(composed.toString('latin1'));
  const from = senderAddress();
  return (copy) => {
    const messageId = messageIdOf(copy.messageKey);
    const own = [
      `To: ${oneLine(copy.to)}`,
      `Message-ID: ${messageId}`,
      ...threadHeaders(copy.inReplyTo),
      ...unsubscribeHeaders(copy.oneClickUrl),
    ];
    const filled = segments.map((segment) =>
      segment.part ? encodePart(copy.parts[segment.part] ?? '', segment) : segment.text,
    );
    return {
      from,
      to: copy.to,
      messageId,
      raw: `${own.join('\r\n')}\r\n${headers}\r\n\r\n${filled.join('')}`,
    };
  };
}

/** Left to itself, the composer sends what is plain ASCII without any encoding. */
function quoted(content: string) {
  return { content, contentTransferEncoding: 'quoted-printable' };
}

/** `<delivery-17.k3J…@example.org>`, the same for every repeat of the mail of this key. */
export function messageIdOf(key: string): string {
  return `<${key}.${derivedToken(`message:${key}`).slice(0, 20)}@${senderHost()}>`;
}

function threadHeaders(first: string | undefined): string[] {
  return first ? [`In-Reply-To: ${first}`, `References: ${first}`] : [];
}

function unsubscribeHeaders(url: string | undefined): string[] {
  return url ? [`List-Unsubscribe: <${url}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'] : [];
}

type Segment =
  | { text: string; part?: undefined }
  /** `before` and `after` are the soft line breaks that the place needs. */
  | { part: PersonalPart; isHtml: boolean; before: string; after: string };

const partNames: readonly PersonalPart[] = ['unsubscribeUrl', 'ownPageUrl', 'subscriptionName'];
const softBreak = '=\r\n';

/** Cut a composed message at its placeholders, which quoted-printable may have broken over two lines. */
function cut(message: string): { headers: string; segments: Segment[] } {
  const end = message.indexOf('\r\n\r\n');
  const headers = message
    .slice(0, end)
    .replace(/(^|\r\n)Message-ID:[^\r\n]*(\r\n[ \t][^\r\n]*)*/i, '')
    .replace(/^\r\n/, '');
  const content = message.slice(end + 4);
  const byText = new Map(partNames.map((part) => [placeholder(part), part]));
  const spread = [...byText.keys()].map((text) => [...text].join(`(?:${softBreak})?`));
  const htmlFrom = content.search(/Content-Type: text\/html/i);
  const segments: Segment[] = [];
  let at = 0;
  for (const match of content.matchAll(new RegExp(`(?:${spread.join('|')})(?:${softBreak})?`, 'g'))) {
    const text = content.slice(at, match.index);
    at = match.index + match[0].length;
    const part = byText.get(match[0].replaceAll(softBreak, ''));
    if (!part) continue;
    segments.push({ text });
    segments.push({
      part,
      isHtml: htmlFrom >= 0 && match.index > htmlFrom,
      // A line of nothing but a soft break is misread by some clients.
      before: text.endsWith('\n') ? '' : softBreak,
      after: content.startsWith('\r\n', at) ? '' : softBreak,
    });
  }
  return { headers, segments: [...segments, { text: content.slice(at) }] };
}

/** A personal part on lines of its own, so that none grows beyond what quoted-printable allows. */
function encodePart(value: string, { isHtml, before, after }: Exclude<Segment, { text: string }>): string {
  const text = oneLine(value);
  if (text === '') return before;
  const encoded = quotedPrintable.encode(isHtml ? escapeHtml(text) : text);
  // A line has room for 76 characters, the soft break at its end included.
  return `${before}${quotedPrintable.wrap(encoded, 75)}${after}`;
}

/** Text that is safe in HTML, also between quotation marks. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text without line breaks and other control characters, which end a header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
