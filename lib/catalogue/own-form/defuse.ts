const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text as it goes into a cell: one that a spreadsheet would run as a formula gets an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection). `undefuse` takes it off again, so that every text comes back as it was.
 */
export function defuse(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text of a cell, without the apostrophe that `defuse` put there. */
export function undefuse(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
