import { defineConfig } from 'prisma/config';

// `prisma generate` asks for the native schema engine, which it does not use, and would download it.
// Naming any executable keeps it off the network.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
