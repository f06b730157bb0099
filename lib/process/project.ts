import path from 'node:path';

/** The folder with package.json. */
export const projectDir = path.resolve(import.meta.dirname, '../..');

/** What node is started with to run one of our own TypeScript files in a process of its own. */
export const typescriptFlags = ['--conditions=react-server', '--import', 'tsx'];
