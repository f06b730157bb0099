import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@/lib/errors';
import { outboxFolder } from './transport';

const fileName = /^[\w.-]+\.eml$/;

/** The files of the outbox, newest first, at most `limit`. */
export async function listOutbox(limit: number = 50): Promise<string[]> {
  const names = await readdir(outboxFolder()).catch(() => []);
  return names
    .filter((name) => fileName.test(name) && !name.startsWith('.'))
    .sort()
    .reverse()
    .slice(0, limit);
}

/** A mail of the outbox, taken apart for the eye. */
export type OutboxMail = { to: string; subject: string; date: string; text: string; html: string };

/** @throws AppError `not-found` */
export async function readOutboxMail(name: string): Promise<OutboxMail> {
  const raw = fileName.test(name)
    ? await readFile(path.join(outboxFolder(), name), 'utf8').catch(() => undefined)
    : undefined;
  if (raw === undefined) throw new AppError('not-found', 'There is no such mail in the outbox.');
  return {
    to: header(raw, 'To'),
    subject: decodeWords(header(raw, 'Subject')),
    date: header(raw, 'Date'),
    text: part(raw, 'text/plain'),
    html: part(raw, 'text/html'),
  };
}

/** Only mails of our own composing are read here: two parts, both quoted-printable. */
function part(raw: string, type: string): string {
  const start = raw.search(new RegExp(`^Content-Type: ${type}`, 'im'));
  if (start < 0) return '';
  const body = raw.slice(raw.indexOf('\r\n\r\n', start) + 4);
  const end = body.indexOf(`\r\n--${/boundary="([^"]+)"/i.exec(raw)?.[1]}`);
  const encoded = (end < 0 ? body : body.slice(0, end)).replace(/=\r\n/g, '');
  return bytesToText(encoded.replace(/=([0-9A-F]{2})/gi, (_, hex) => byte(hex)));
}

function header(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
  const found = new RegExp(`^${name}: *([^\\r\\n]*(?:\\r\\n[ \\t][^\\r\\n]*)*)`, 'im').exec(head);
  return (found?.[1] ?? '').replace(/\r\n[ \t]+/g, ' ');
}

/** Words beyond ASCII in a subject (RFC 2047). */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : bytesToText(text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/gi, (__, hex) => byte(hex))),
    );
}

const byte = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));
const bytesToText = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8');
