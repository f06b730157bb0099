import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Kept out of the bundle: they load files of their own at run time.
  serverExternalPackages: ['@prisma/client', 'pg', 'pino', 'graphile-worker', 'nodemailer', 'better-auth'],
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  // `npm run types` checks them, tests and all. Whoever only starts Apogee has no need to wait for it.
  typescript: { ignoreBuildErrors: true },
};
