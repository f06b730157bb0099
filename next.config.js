import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Kept out of the bundle: they load files of their own at run time.
  serverExternalPackages: ['@prisma/client', 'pg', 'pino', 'graphile-worker', 'nodemailer', 'better-auth'],
  // A file for the import: 20 MB, and the form around it. Longer bodies would be cut off without a word.
  experimental: { proxyClientMaxBodySize: 22 * 1024 * 1024 },
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  // `npm run types` checks them, tests and all. Whoever only starts Apogee has no need to wait for it.
  typescript: { ignoreBuildErrors: true },
};
