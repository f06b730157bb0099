import { benchDashboard } from './dashboard';
import { benchMail } from './mail';

/** Each prints one line, with its ratio to a base that is measured in the same run: machines differ, ratios less. */
const benches: (() => Promise<string>)[] = [benchDashboard, benchMail];

for (const bench of benches) console.log(await bench());
