import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { nextCookies } from 'better-auth/next-js';
import { passwordLength } from '@/lib/auth/account-input';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { authSecret } from '@/lib/secrets';
import { hashedSessionTokens } from './hashed-session-tokens';

const day = 24 * 60 * 60;

function build() {
  return betterAuth({
    appName: 'Apogee',
    baseURL: env().APP_URL,
    secret: authSecret(),
    database: hashedSessionTokens(prismaAdapter(db(), { provider: 'postgresql' })),
    telemetry: { enabled: false },
    // Accounts are made by /setup and by `npm run user`, never by a visitor.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: { additionalFields: { role: { type: 'string', input: false, required: false } } },
    // A page cannot write cookies, so a session keeps the end that it was given at sign-in.
    session: { expiresIn: 14 * day, disableSessionRefresh: true },
    // lib/http/rate-limits.ts counts, in the database: this one would count in each process for itself.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'apogee',
      useSecureCookies: env().APP_URL.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    logger: { level: 'error' },
    plugins: [nextCookies()],
  });
}

let built: { client: unknown; auth: ReturnType<typeof build> } | undefined;

/** The process's better-auth, on its database. None of its own routes is served: pages and actions call it. */
export function auth(): ReturnType<typeof build> {
  const client = db();
  if (built?.client !== client) built = { client, auth: build() };
  return built.auth;
}
