import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, beforeEach } from 'vitest';
import { rereadEnv } from '@/lib/env';
import { closeRenderer } from '@/lib/mail/render';
import { closeMailer } from '@/lib/mail/transport';

export type ReceivedMail = { to: string; raw: string; mail: ParsedMail };

/** What the server answers to a recipient: nothing is a yes. */
export type Refusal = { code: number; words: string };

/** A real SMTP server over TCP that keeps what it receives. */
export type SmtpSink = {
  port: number;
  /** In the order of their arrival. */
  received: ReceivedMail[];
  /** By address; read at each RCPT TO. */
  refusals: Map<string, Refusal>;
  /** Read at MAIL FROM and after DATA: for a whole server in trouble, or a message that is refused. */
  trouble: { sender?: Refusal; message?: Refusal };
  connections: { tls: boolean }[];
  mailTo: (address: string) => ReceivedMail[];
  close: () => Promise<void>;
};

export async function startSmtp(options: SMTPServerOptions = {}): Promise<SmtpSink> {
  const sink: Omit<SmtpSink, 'port' | 'close'> = {
    received: [],
    refusals: new Map(),
    trouble: {},
    connections: [],
    mailTo: (address) => sink.received.filter((mail) => mail.to === address),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.key ? [] : ['STARTTLS'],
    disableReverseLookup: true,
    onMailFrom: (_, session, done) => {
      sink.connections.push({ tls: session.secure });
      done(asError(sink.trouble.sender));
    },
    onRcptTo: ({ address }, _, done) => done(asError(sink.refusals.get(address))),
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const raw = Buffer.concat(chunks).toString('utf8');
      const to = session.envelope.rcptTo[0]?.address ?? '';
      if (!sink.trouble.message) sink.received.push({ to, raw, mail: await simpleParser(raw) });
      done(asError(sink.trouble.message));
    },
    ...options,
  });
  server.on('error', () => {}); // a client that breaks off
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(sink, {
    port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

/**
 * Give this test file a mail server of its own, emptied before each test, and point SMTP_URL at it. Call it at the top
 * of the file.
 */
export function testMailServer(): () => SmtpSink {
  let sink: SmtpSink | undefined;
  beforeEach(async () => {
    sink ??= await startSmtp();
    sink.received.length = 0;
    sink.refusals.clear();
    sink.trouble.sender = undefined;
    sink.trouble.message = undefined;
    setMailEnv({ SMTP_URL: `smtp://127.0.0.1:${sink.port}` });
  });
  afterAll(async () => {
    closeMailer();
    closeRenderer();
    await sink?.close();
  });
  return () => {
    if (!sink) throw new Error('the mail server has not been started yet');
    return sink;
  };
}

/** Set or unset what the mail is configured by, and read it again. */
export function setMailEnv(variables: Record<string, string | undefined>): void {
  const all = {
    APP_URL: 'https://apogee.example.org',
    MAIL_FROM: 'Apogee <alerts@apogee.example.org>',
    AUTH_SECRET: 'a-secret-for-tests-of-thirty-two-characters',
    SMTP_URL: undefined,
    SMTP_CA_FILE: undefined,
    ...variables,
  };
  for (const [name, value] of Object.entries(all)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rereadEnv();
}

function asError(refusal: Refusal | undefined): Error | null {
  return refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null;
}
