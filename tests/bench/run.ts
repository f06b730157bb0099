import { benchDashboard } from './dashboard';
import { benchImport } from './import';
import { benchMail } from './mail';

/** Each prints one line, with its ratio to a base that is measured in the same run: machines differ, ratios less. */
const benches: (() => Promise<string>)[] = [benchDashboard, benchMail, benchImport];

for (const bench of benches) console.log(await bench());
