import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/**
 * Pass a child's lines on, each with its name before it. A JSON line of the log goes as it is, for those who collect
 * logs; empty lines and those that match `mute` do not go at all.
 */
export function passLines(
  from: Readable,
  to: Writable,
  { name, mute }: { name: string; mute?: RegExp },
): void {
  createInterface({ input: from }).on('line', (line) => {
    if (line.trim() === '' || mute?.test(line)) return;
    to.write(line.startsWith('{') ? `${line}\n` : `${name.padEnd(7)}| ${line}\n`);
  });
}
