import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rootCertificates } from 'node:tls';
import nodemailer from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';

/** A finished message: RFC 5322 text with all its headers, and the addresses that the server is given. */
export type OutgoingMail = { from: string; to: string; messageId: string; raw: string };

/** Where mails go. `send` answers with the server's words, or fails with the library's error (see failures.ts). */
export type Mailer = {
  kind: 'smtp' | 'outbox';
  /** How many mails are worth having under way at once. */
  width: number;
  send: (mail: OutgoingMail) => Promise<string>;
  close: () => void;
};

let kept: { mailer: Mailer; settings: string } | undefined;

/**
 * The process's one mailer: a pool of connections to SMTP_URL, or .eml files where that is not set.
 * @throws AppError `unavailable` in one plain line where SMTP_URL or SMTP_CA_FILE cannot be used
 */
export function mailer(): Mailer {
  const { SMTP_URL, SMTP_CA_FILE } = env();
  const settings = `${SMTP_URL ?? outboxFolder()} ${SMTP_CA_FILE ?? ''}`;
  if (kept?.settings !== settings) {
    kept?.mailer.close();
    kept = { settings, mailer: SMTP_URL ? smtpMailer(SMTP_URL, SMTP_CA_FILE) : outboxMailer(outboxFolder()) };
  }
  return kept.mailer;
}

/** Close the process's connections to the mail server, if there are any. */
export function closeMailer(): void {
  kept?.mailer.close();
  kept = undefined;
}

/** Where mails are written while no SMTP_URL is set. */
export function outboxFolder(): string {
  return path.join(env().DATA_DIR, 'outbox');
}

/** The bare address of MAIL_FROM. */
export function senderAddress(): string {
  const [sender] = addressparser(env().MAIL_FROM, { flatten: true });
  if (!sender?.address.includes('@')) {
    throw new AppError('unavailable', `MAIL_FROM is no mail address (it is "${env().MAIL_FROM}").`);
  }
  return sender.address;
}

/** The part of MAIL_FROM after the @, on which Message-IDs are made. */
export function senderHost(): string {
  return senderAddress().split('@').at(-1) ?? 'localhost';
}

/**
 * `smtps://` is TLS from the first byte; `smtp://` takes STARTTLS where the server offers it, insists on it with
 * `?requireTLS=true`, and does without with `?ignoreTLS=true`. `?maxConnections=` sets the width of the pool.
 */
function smtpMailer(url: string, caFile: string | undefined): Mailer {
  const width = Number(new URL(url).searchParams.get('maxConnections')) || 10;
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: width,
    maxMessages: Number.POSITIVE_INFINITY,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    url,
    ...(caFile ? { tls: { ca: [...rootCertificates, readAuthority(caFile)] } } : {}),
  });
  return {
    kind: 'smtp',
    width,
    send: async ({ from, to, raw }) => (await transport.sendMail({ envelope: { from, to }, raw })).response,
    close: () => transport.close(),
  };
}

function readAuthority(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new AppError('unavailable', `SMTP_CA_FILE cannot be read: ${file} (${code}).`);
  }
  if (!text.includes('BEGIN CERTIFICATE')) {
    throw new AppError('unavailable', `SMTP_CA_FILE holds no certificate in PEM form: ${file}.`);
  }
  return text;
}

/** A mail is there whole or not at all, and its name begins with the time. */
function outboxMailer(folder: string): Mailer {
  return {
    kind: 'outbox',
    width: 10,
    send: async ({ messageId, raw }) => {
      mkdirSync(folder, { recursive: true });
      const name = `${dayAndTime()}-${messageId.replace(/[^\w.-]+/g, '')}.eml`;
      const partial = path.join(folder, `.${name}.${randomBytes(4).toString('hex')}`);
      await writeFile(partial, raw, { mode: 0o600 });
      await rename(partial, path.join(folder, name));
      return `written to ${name}`;
    },
    close: () => {},
  };
}

function dayAndTime(): string {
  return new Date().toISOString().replace(/[-:]/g, '').replace('.', '');
}
