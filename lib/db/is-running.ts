import { existsSync, readFileSync } from 'node:fs';

/**
 * Whether process `pid` runs and its command line has `word` in it: a process number may have gone to another
 * program since a crash. Where there is no /proc, the number alone has to do.
 */
export function isRunning(pid: number, word: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  if (!existsSync('/proc/self/cmdline')) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word);
  } catch {
    return false;
  }
}
