const address = /[^\s<>()[\]"'“”,;:]+@[^\s<>()[\]"'“”,;:]+\.[^\s<>()[\]"'“”,;:]+/g;

/** The name of whoever changed something, for everybody to read: one that is an e-mail address stays with the desk. */
export function publicActor(name: string): string {
  return withoutAddresses(name) === name ? name : 'an analyst';
}

/** What was written for colleagues, for everybody to read: without anybody's e-mail address. */
export function withoutAddresses(text: string): string {
  return text.replace(address, '(address withheld)');
}
