/** More different questions than this are not kept: anybody can ask for any filter. */
const capacity = 300;

let keptVersion = -1;
const kept = new Map<string, Promise<unknown>>();

/**
 * The answer to `question` at a version of the catalogue, worked out once a process and version. Whoever asks while it
 * is being worked out waits for the same answer; a failure is not kept.
 * @param question everything that the answer depends on besides the catalogue
 */
export function keptByVersion<T>(version: number, question: string, work: () => Promise<T>): Promise<T> {
  if (version < keptVersion) return work();
  if (version > keptVersion) {
    kept.clear();
    keptVersion = version;
  }
  const known = kept.get(question) as Promise<T> | undefined;
  const answer = known ?? work();
  kept.delete(question);
  kept.set(question, answer); // the latest asked for stands last
  if (known) return answer;

  answer.catch(() => kept.get(question) === answer && kept.delete(question));
  const oldest = kept.keys().next().value;
  if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
  return answer;
}
