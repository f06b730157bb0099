import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server, without TLS, that keeps every message as a file ADDRESS~ID.eml in `folder`. */
export async function startMailServer(folder: string): Promise<{ port: number; stop: () => Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) {
          const partial = path.join(folder, `.${randomUUID()}`);
          writeFileSync(partial, Buffer.concat(parts));
          // Whoever waits for it sees it whole.
          renameSync(partial, path.join(folder, `${address.toLowerCase()}~${randomUUID()}.eml`));
        }
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
