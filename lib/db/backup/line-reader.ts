import type { Hash } from 'node:crypto';

const lineFeed = 10;
const endOfRows = Buffer.from('\n\\.\n');
/** Bytes; only rows are longer, and those are never held whole. What is longer is none of ours. */
const longestLine = 4_000_000;

/**
 * Bytes that come in pieces, read by lines and, between them, by stretches of rows. A line feed within a value is written as
 * `\n`, so that one as such is always the end of a row.
 */
export class LineReader {
  readonly #pieces: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#pieces = source[Symbol.asyncIterator]();
  }

  /** The next line without its line feed, cut where it is longer than any; null where there is none. */
  async next(): Promise<Buffer | null> {
    for (let from = 0; ; ) {
      const end = this.#held.indexOf(lineFeed, from);
      if (end >= 0) return this.#take(end + 1).subarray(0, end);
      from = this.#held.length;
      if (from > longestLine || !(await this.#more()))
        return this.#held.length > 0 ? this.#take(this.#held.length) : null;
    }
  }

  /** The rows up to the line `\.`, which is read as well, in pieces of any length; all of it goes into `hash`. */
  async *untilEndOfRows(hash: Hash): AsyncGenerator<Buffer> {
    // So that the end of no rows at all is found like any other.
    this.#held = Buffer.concat([endOfRows.subarray(0, 1), this.#held]);
    let isFirst = true;
    for (;;) {
      const end = this.#held.indexOf(endOfRows);
      // The last bytes may be the beginning of the end.
      const ready = end >= 0 ? end + 1 : this.#held.length - (endOfRows.length - 1);
      if (ready > 0) {
        const rows = this.#take(ready).subarray(isFirst ? 1 : 0);
        isFirst = false;
        hash.update(rows);
        if (rows.length > 0) yield rows;
      }
      if (end >= 0) {
        hash.update(this.#take(endOfRows.length - 1));
        return;
      }
      if (!(await this.#more())) return; // and there is no next line, which tells
    }
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#pieces.next();
    if (done) return false;
    this.#held = this.#held.length > 0 ? Buffer.concat([this.#held, value]) : value;
    return true;
  }
}
