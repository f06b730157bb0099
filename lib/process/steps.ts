const nameWidth = 14;
const textWidth = 52;

/** What a step has to say when it is done: "PostgreSQL 18.4, embedded in .data". */
export type StepResult<T> = { says: string; value: T };

/**
 * Run one step of the start and print one line about it, with the time that it took. On a terminal the line shows
 * that it is going on.
 * @param announce said first where the step takes long, and the reader of a log should know
 */
export async function step<T>(
  name: string,
  work: (announce: (text: string) => void) => Promise<StepResult<T>> | StepResult<T>,
): Promise<T> {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  let doing = '';
  const live = process.stdout.isTTY
    ? setInterval(() => redraw(stepLine(name, doing, seconds())), 500)
    : undefined;
  const announce = (text: string) => {
    doing = text;
    if (process.stdout.isTTY) redraw(stepLine(name, text, seconds()));
    else process.stdout.write(`${stepLine(name, text)}\n`);
  };
  try {
    const { says, value } = await work(announce);
    redraw('');
    process.stdout.write(`${stepLine(name, says, seconds())}\n`);
    return value;
  } catch (error) {
    redraw('');
    throw error;
  } finally {
    clearInterval(live);
  }
}

/** One aligned line: `  database      PostgreSQL 18.4, embedded in .data      0.6 s`. */
export function stepLine(name: string, text: string, seconds?: number): string {
  const start = `  ${name.padEnd(nameWidth)}`;
  if (seconds === undefined) return `${start}${text}`;
  return `${start}${text.padEnd(textWidth)} ${seconds.toFixed(1).padStart(6)} s`;
}

function redraw(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
}
