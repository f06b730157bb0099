import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/errors';

const unset = (value: unknown) => (value === '' ? undefined : value);

const urlOf = (protocols: string[], example: string, fits: (url: URL) => boolean = () => true) =>
  z.preprocess(
    unset,
    z
      .string()
      .refine(
        (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol) && fits(new URL(value)),
        `is not a URL like ${example}`,
      )
      .optional(),
  );

const wholeNumber = (min: number, max: number, fallback: number) =>
  z.preprocess(
    unset,
    z.coerce
      .number({ error: `is not a whole number from ${min} to ${max}` })
      .int(`is not a whole number from ${min} to ${max}`)
      .min(min, `is not a whole number from ${min} to ${max}`)
      .max(max, `is not a whole number from ${min} to ${max}`)
      .default(fallback),
  );

/** Pages stand at the root of their host. */
const isOrigin = ({ pathname, search, hash }: URL) => pathname === '/' && search === '' && hash === '';
const hasHost = ({ hostname }: URL) => hostname !== '';
const sender = /^(?:[^\s@<>]+@[^\s@<>]+|[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>)$/;

/** Every environment variable that Apogee reads. .env.example says what each is for. */
const envSchema = z
  .object({
    PORT: wholeNumber(0, 65535, 3000),
    DATABASE_URL: urlOf(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/apogee'),
    DATA_DIR: z.preprocess(unset, z.string().default('.data')).transform((dir) => path.resolve(dir)),
    APP_URL: urlOf(['http:', 'https:'], 'https://apogee.example.org', isOrigin),
    SMTP_URL: urlOf(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org:465', hasHost),
    SMTP_CA_FILE: z.preprocess(unset, z.string().optional()),
    MAIL_FROM: z.preprocess(
      unset,
      z
        .string()
        .regex(sender, 'is not a sender like Apogee <alerts@example.org>')
        .default('Apogee <alerts@localhost>'),
    ),
    ALERT_HOLD_SECONDS: wholeNumber(0, 86_400, 120),
    TRUST_PROXY: wholeNumber(0, 10, 0),
    AUTH_SECRET: z.preprocess(unset, z.string().min(32, 'is shorter than 32 characters').optional()),
    LOG_LEVEL: z.preprocess(
      unset,
      z
        .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
          error: 'is none of fatal, error, warn, info, debug, trace, silent',
        })
        .default('info'),
    ),
  })
  .transform((env) => ({
    ...env,
    APP_URL: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
  }));

export type Env = z.output<typeof envSchema>;

let cached: Env | undefined;

/**
 * The checked environment, read once.
 * @throws AppError `unavailable` naming every variable that does not fit, one line each.
 */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Forget what was read: for a process that sets a variable itself (bin/start, the tests). */
export function rereadEnv(): Env {
  cached = undefined;
  return env();
}

/** Not repeated where they do not fit: their values carry passwords, and complaints end up in logs. */
const secret = new Set(['AUTH_SECRET', 'DATABASE_URL', 'SMTP_URL']);

export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = envSchema.safeParse(source);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return secret.has(name)
      ? `${name} ${issue.message}`
      : `${name} ${issue.message} (it is "${source[name]}")`;
  });
  throw new AppError('unavailable', faults.join('\n'));
}
