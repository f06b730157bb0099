import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { sendDueDeliveries } from '@/lib/alerts/deliver';
import { makeAlert } from '@/lib/alerts/make-alert';
import { recordEvent } from '@/lib/catalogue/commands';
import { loadReferenceLists } from '@/lib/catalogue/starter';
import { closeDb, db, Prisma } from '@/lib/db/client';
import { openEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrations';
import { rereadEnv } from '@/lib/env';
import { formatNumber } from '@/lib/format/numbers';
import { closeRenderer } from '@/lib/mail/render';
import { closeMailer } from '@/lib/mail/transport';
import { anEvent, people } from '../support/factories';

const mails = 5000;
const batchSize = 250;

/**
 * Alert mails a second: 5,000 deliveries of one alert, claimed, sent and settled by one worker with two senders, to a
 * sink on this machine. The base is the mail library's own pool of 10 connections, composing the same mail each time,
 * with no database behind it.
 */
export async function benchMail(): Promise<string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'apogee-bench-'));
  const sink = fork(path.join(import.meta.dirname, 'smtp-sink.ts'), [], { execArgv: ['--import', 'tsx'] });
  const [port] = (await once(sink, 'message')) as [number];
  const database = await openEmbedded(dataDir);
  try {
    process.env.DATABASE_URL = database.url;
    process.env.DATA_DIR = dataDir;
    process.env.SMTP_URL = `smtp://127.0.0.1:${port}?ignoreTLS=true`;
    rereadEnv();
    await migrate(database.url);
    const body = await prepareDeliveries();
    const bare = await perSecond(() => sendBare(port, body));
    const ours = await perSecond(async () => {
      await Promise.all([drain(), drain()]);
    });
    const sent = await db().delivery.count({ where: { state: 'sent' } });
    if (sent !== mails) throw new Error(`${sent} of ${mails} mails were sent.`);
    return `alert mails: ${formatNumber(Math.round(ours))} a second, ${(ours / bare).toFixed(2)} of a bare nodemailer pool (${formatNumber(Math.round(bare))} a second)`;
  } finally {
    closeMailer();
    closeRenderer();
    sink.disconnect();
    await closeDb();
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Body = { subject: string; html: string; text: string };

/** One event, 5,000 subscribers of everything, and the alert that tells them. */
async function prepareDeliveries(): Promise<Body> {
  await loadReferenceLists();
  await db().$executeRaw(Prisma.sql`
    INSERT INTO subscribers (email, token_hash, confirmed_at)
    SELECT 'reader-' || n || '@example.org', 'hash-' || n, now() FROM generate_series(1, ${mails}::int) n`);
  await db().$executeRaw(Prisma.sql`
    INSERT INTO subscriptions (subscriber_id, name, confirmed_at)
    SELECT id, 'Every missile test', now() FROM subscribers`);
  const { event } = await recordEvent(anEvent(), { actor: people.editor, reason: 'bench', holdSeconds: 0 });
  const { id: eventId } = await db().event.findUniqueOrThrow({ where: { slug: event.slug } });
  await makeAlert({ eventId, revision: event.revision, kind: 'new_event' });
  return db().alert.findFirstOrThrow({ select: { subject: true, html: true, text: true } });
}

async function drain(): Promise<void> {
  while ((await sendDueDeliveries(new Date(), batchSize)) > 0);
}

async function sendBare(port: number, body: Body): Promise<void> {
  const pool = nodemailer.createTransport({
    pool: true,
    maxConnections: 10,
    maxMessages: Number.POSITIVE_INFINITY,
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
  });
  await Promise.all(
    Array.from({ length: mails }, (_, n) =>
      pool.sendMail({ from: 'alerts@example.org', to: `reader-${n}@example.org`, ...body }),
    ),
  );
  pool.close();
}

async function perSecond(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (mails / (performance.now() - start)) * 1000;
}
