import { build } from '@/lib/process/build';
import { runCommand } from '@/lib/process/command';
import { step } from '@/lib/process/steps';

/** Build the web server, whether or not the last build is of these sources. */
await runCommand(() =>
  step('build', async (announce) => {
    announce('building');
    await build().done;
    return { says: 'built', value: undefined };
  }),
);
