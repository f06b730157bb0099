import { readdirSync, readFileSync, watch } from 'node:fs';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

const taken = new Set<string>();

/**
 * The next message to `address` that no test has taken yet, as soon as it has come.
 * @param folder where the mail server keeps what it was given
 * @throws where none has come within `seconds`
 */
export function mailTo(folder: string, address: string, seconds = 20): Promise<ParsedMail> {
  return new Promise((resolve, reject) => {
    const watcher = watch(folder, take);
    const timer = setTimeout(() => {
      watcher.close();
      reject(new Error(`no mail to ${address} within ${seconds} s`));
    }, seconds * 1000);
    function take() {
      const file = readdirSync(folder).find(
        (name) => name.startsWith(`${address.toLowerCase()}~`) && !taken.has(name),
      );
      if (!file) return;
      taken.add(file);
      clearTimeout(timer);
      watcher.close();
      resolve(simpleParser(readFileSync(path.join(folder, file))));
    }
    take();
  });
}
