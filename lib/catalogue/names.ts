/** What can be named by more than one word: a system, a site or an assessor. */
export type Named = { id: string; name: string; aliases: string[] };

/** Whether `text` names `option`: by id, name or alias, without regard to case, hyphens and spaces. */
export function isNameOf(text: string, option: Named): boolean {
  return [option.id, option.name, ...option.aliases].some((name) => isSameName(text, name));
}

/** Whether two names differ in case, hyphens and spaces at the most. */
export function isSameName(one: string, other: string): boolean {
  const wanted = plainName(one);
  return wanted !== '' && wanted === plainName(other);
}

/** Whether `text` stands somewhere in a name, spelt however: an empty text stands in all. */
export function isInName(text: string, name: string): boolean {
  return plainName(name).includes(plainName(text));
}

/** By name or id, else by alias; those of the event's own country first. */
export function findNamed<T extends Named & { country: string }>(
  text: string,
  options: T[],
  country: string,
): T | null {
  const own = [...options].sort((a, b) => Number(b.country === country) - Number(a.country === country));
  return (
    own.find((option) => isNameOf(text, { ...option, aliases: [] })) ??
    own.find((option) => isNameOf(text, option)) ??
    null
  );
}

/** A name without accents, case, hyphens and spaces, as it is compared; `plain_name` is the same in SQL. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
