/** `page=2` of a list, from 1; the first where nothing is given, null for what is no page. */
export function readPage(text: string | null): number | null {
  if (!text) return 1;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
