import { loadStarterCatalogue } from '@/lib/catalogue/starter';
import { closeDb } from '@/lib/db/client';
import { AppError } from '@/lib/errors';

// Loads the starter catalogue into the migrated database at DATABASE_URL:
//   npx tsx --conditions=react-server prisma/seed.ts
try {
  const added = await loadStarterCatalogue();
  const counts = Object.entries(added).map(([name, count]) => `${name}: ${count}`);
  process.stdout.write(`New in the catalogue: ${counts.join(', ')}\n`);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeDb();
}
