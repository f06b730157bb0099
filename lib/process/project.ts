import path from 'node:path';

/** The folder with package.json. */
export const projectDir = path.resolve(import.meta.dirname, '../..');

/** Prisma asks several things at once inside a transaction, and pg warns about it at every start; people cannot mend it. */
export const quietFlags = ['--disable-warning=DeprecationWarning'];

/** What node is started with to run one of our own TypeScript files in a process of its own. */
export const typescriptFlags = [...quietFlags, '--conditions=react-server', '--import', 'tsx'];
