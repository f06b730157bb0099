import { plainWords } from './plain-words';

type Ending = { name: string; end: () => Promise<void> | void };

/**
 * What has to be ended, and in which order: the last begun first, so that web and worker go before the database.
 * The first SIGINT or SIGTERM ends all of it, with exit code 0; a second one does not wait.
 */
export class Shutdown {
  readonly #endings: Ending[] = [];
  #running: Promise<void> | undefined;
  #signalledAt = 0;

  constructor() {
    process.on('SIGINT', () => this.#signalled());
    process.on('SIGTERM', () => this.#signalled());
  }

  get begun(): boolean {
    return this.#running !== undefined;
  }

  add(name: string, end: Ending['end']): void {
    this.#endings.push({ name, end });
  }

  /** End everything, once. One that fails is named, and the others are ended all the same. */
  end(): Promise<void> {
    this.#running ??= this.#endAll();
    return this.#running;
  }

  async #endAll(): Promise<void> {
    for (const { name, end } of this.#endings.reverse()) {
      try {
        await end();
      } catch (error) {
        console.error(`  ${name} did not end cleanly: ${plainWords(error)}`);
      }
    }
  }

  #signalled(): void {
    // npm passes Ctrl-C on to us, which the terminal has sent us already: two that come together are one.
    const again = this.begun && Date.now() - this.#signalledAt > 500;
    if (again) process.exit(130);
    if (this.begun) return;
    this.#signalledAt = Date.now();
    process.stdout.write(`${process.stdout.isTTY ? '\r\x1b[K' : ''}  stopping\n`);
    void this.end().then(() => {
      process.stdout.write('  stopped\n');
      process.exit(0);
    });
  }
}
