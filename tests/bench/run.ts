import { benchDashboard } from './dashboard';
import { benchImport } from './import';
import { benchMail } from './mail';
import { benchStart } from './start';

/** Each prints one line, with its ratio to a base that is measured in the same run: machines differ, ratios less. */
const benches: (() => Promise<string>)[] = [benchDashboard, benchMail, benchImport, benchStart];

for (const bench of benches) console.log(await bench());
