/** What XML cannot hold, or not unchanged; and what is written like an escape, and would be read as one. */
const escaped = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;

/**
 * A text as it goes into a workbook, in the form that ECMA-376 (part 1, 22.9.2.19, ST_Xstring) gives for it. Spreadsheets
 * show it, and readers return it, as it was.
 */
export function xlsxText(text: string): string {
  const safe = text.replaceAll(escaped, escapeOf);
  // The writer looks texts up in an object, and finds there what every object has.
  return safe in {} ? escapeOf(safe.slice(0, 1)) + safe.slice(1) : safe;
}

function escapeOf(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
