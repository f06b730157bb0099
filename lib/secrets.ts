import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';

/** `AUTH_SECRET`, or the one that was made and kept under DATA_DIR at the first start. */
export function authSecret(): string {
  const { AUTH_SECRET, DATA_DIR } = env();
  if (AUTH_SECRET) return AUTH_SECRET;
  const file = path.join(DATA_DIR, 'auth-secret');
  if (!existsSync(file)) {
    mkdirSync(DATA_DIR, { recursive: true });
    writeFileSync(file, randomToken(), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
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
