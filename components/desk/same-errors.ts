/**
 * Whether a part of the form has the same messages as before. Each keystroke checks the whole form anew; a part with
 * nothing new in it is not drawn anew, which is what keeps a form of sixty salvos quick.
 * @param prefix what the names of the part's fields begin with
 */
export function sameErrors(
  prefix: string,
  before: Record<string, string>,
  after: Record<string, string>,
): boolean {
  return [...Object.keys(before), ...Object.keys(after)]
    .filter((path) => path.startsWith(prefix))
    .every((path) => before[path] === after[path]);
}
