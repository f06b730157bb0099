import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { plainReason } from '@/lib/mail/failures';
import { listOutbox, readOutboxMail } from '@/lib/mail/outbox';
import { sendTestMail } from '@/lib/mail/test-mail';
import { closeMailer, mailer } from '@/lib/mail/transport';
import { type SmtpSink, setMailEnv, startSmtp } from '../../support/smtp';

const folder = mkdtempSync(path.join(tmpdir(), 'apogee-mail-'));
const caFile = path.join(folder, 'ca.pem');
let plain: SmtpSink;
let startTls: SmtpSink;
let implicitTls: SmtpSink;

const now = new Date('2026-11-01T12:00:00Z');
const send = () => sendTestMail('ana@example.org', 'https://apogee.example.org', now);
const reasonOf = (sending: Promise<string>) => sending.then(() => 'it was sent', plainReason);

beforeAll(async () => {
  const { cert, key, authority } = await certificates();
  writeFileSync(caFile, authority);
  plain = await startSmtp();
  startTls = await startSmtp({ cert, key });
  implicitTls = await startSmtp({ cert, key, secure: true });
});

afterEach(() => closeMailer());

afterAll(async () => {
  await Promise.all([plain, startTls, implicitTls].map((server) => server.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** A certificate authority of our own, and a server certificate that it signed. */
async function certificates() {
  const ca = await generate([{ name: 'commonName', value: 'A test authority' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  return { authority: ca.cert, cert: server.cert, key: server.private };
}

test('implicit TLS with an authority of our own', async () => {
  setMailEnv({ SMTP_URL: `smtps://localhost:${implicitTls.port}`, SMTP_CA_FILE: caFile });
  expect(await send()).toMatch(/^250 /);
  expect(implicitTls.connections).toEqual([{ tls: true }]);
});

test('STARTTLS is taken where it is offered, and insisted on where that is asked for', async () => {
  setMailEnv({ SMTP_URL: `smtp://localhost:${startTls.port}`, SMTP_CA_FILE: caFile });
  expect(await send()).toMatch(/^250 /);
  expect(startTls.connections.at(-1)).toEqual({ tls: true });

  setMailEnv({ SMTP_URL: `smtp://localhost:${plain.port}?requireTLS=true` });
  expect(await reasonOf(send())).toMatch(/TLS/);
  expect(plain.received).toEqual([]);
});

test('no TLS at all, where that is asked for', async () => {
  setMailEnv({ SMTP_URL: `smtp://localhost:${startTls.port}?ignoreTLS=true` });
  expect(await send()).toMatch(/^250 /);
  expect(startTls.connections.at(-1)).toEqual({ tls: false });
});

test('a certificate of an unknown authority is refused, and the reason says what to set', async () => {
  setMailEnv({ SMTP_URL: `smtps://localhost:${implicitTls.port}` });
  expect(await reasonOf(send())).toMatch(/certificate is not trusted.*SMTP_CA_FILE/);
});

test('a wrong SMTP_CA_FILE, MAIL_FROM or port is one plain line', async () => {
  setMailEnv({ SMTP_URL: 'smtp://localhost:1', SMTP_CA_FILE: path.join(folder, 'none.pem') });
  expect(() => mailer()).toThrow(/^SMTP_CA_FILE cannot be read: .*none\.pem \(ENOENT\)\.$/);
  expect(() => setMailEnv({ SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'nobody' })).toThrow(
    /^MAIL_FROM is not a sender like .* \(it is "nobody"\)$/,
  );
  setMailEnv({ SMTP_URL: 'smtp://localhost:1' });
  expect(await reasonOf(send())).toMatch(/refuses the connection/);
});

test('with no SMTP_URL a mail is a file of the outbox, whole and readable', async () => {
  setMailEnv({ DATA_DIR: folder });
  expect(await send()).toMatch(/^written to .*\.eml$/);
  expect(readdirSync(path.join(folder, 'outbox')).filter((name) => !name.endsWith('.eml'))).toEqual([]);
  const [entry] = await listOutbox();
  const file = entry?.file ?? '';
  expect(entry).toMatchObject({ to: 'ana@example.org', subject: 'A test mail from Apogee' });
  const parsed = await simpleParser(readFileSync(path.join(folder, 'outbox', file)));
  const shown = await readOutboxMail(file);
  expect(shown.subject).toBe(parsed.subject);
  expect(shown.text.trim()).toBe(parsed.text?.trim());
  expect(shown.html.trim()).toBe((parsed.html || '').trim());
  await expect(readOutboxMail('../ca.pem')).rejects.toMatchObject({ code: 'not-found' });
  delete process.env.DATA_DIR;
});
