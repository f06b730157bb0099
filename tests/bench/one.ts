import { benchImport } from './import';

console.log(await benchImport());
