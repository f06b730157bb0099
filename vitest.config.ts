import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  // `server-only` throws unless it is resolved as in a server component.
  ssr: { resolve: { conditions: ['react-server'] } },
  test: {
    include: ['tests/lib/**/*.test.{ts,tsx}', 'tests/app/**/*.test.{ts,tsx}', 'tests/bin/**/*.test.ts'],
    globalSetup: ['tests/support/postgres-server.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A test file spends much of its time waiting for PostgreSQL.
    maxWorkers: '100%',
  },
});
