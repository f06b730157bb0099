import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';

/** `AUTH_SECRET`, or the one that was made and kept under DATA_DIR at the first start. */
export function authSecret(): string {
  const known = knownAuthSecret();
  if (known !== null) return known;
  const made = randomToken();
  mkdirSync(env().DATA_DIR, { recursive: true });
  writeFileSync(keptSecretFile(), made, { mode: 0o600, flag: 'wx' });
  return made;
}

/** The secret that Apogee works with here; null where none was named or made yet. */
export function knownAuthSecret(): string | null {
  const { AUTH_SECRET } = env();
  if (AUTH_SECRET) return AUTH_SECRET;
  const file = keptSecretFile();
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/**
 * Lay a secret out of a backup beside the kept one.
 * @returns how to put it in its place
 * @throws what the file system does, where DATA_DIR cannot be written
 */
export function layOutAuthSecret(secret: string): { keep: () => void; drop: () => void } {
  const file = keptSecretFile();
  const laidOut = `${file}.restored`;
  writeFileSync(laidOut, secret, { mode: 0o600 });
  return { keep: () => renameSync(laidOut, file), drop: () => rmSync(laidOut, { force: true }) };
}

function keptSecretFile(): string {
  return path.join(env().DATA_DIR, 'auth-secret');
}

/** 256 random bits, fit for a URL. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * A token that can be made again whenever it is needed, and by nobody without the secret: 256 bits, fit for a URL.
 * The database keeps its `tokenHash` only.
 * @param purpose what it opens, unique among all tokens: `subscriber:17`
 */
export function derivedToken(purpose: string): string {
  return createHmac('sha256', authSecret()).update(purpose).digest('base64url');
}

/** How a token or key is kept where it is only compared: SHA-256 is enough for 256 random bits. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
