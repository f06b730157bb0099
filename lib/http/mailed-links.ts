const token = '[A-Za-z0-9_-]{20,100}';

/**
 * Links in mails show a page on GET and take a plain form POST at the same address, also from a mail server (RFC 8058),
 * for which an address of the App Router has no room beside its page: a POST is handed to a route handler instead.
 */
const targets: readonly [from: RegExp, to: string][] = [
  [new RegExp(`^/subscribe/confirm/(${token})/?$`), '/api/mailed-links/confirm/$1'],
  [new RegExp(`^/alerts/(${token})/unsubscribe/(\\d{1,10})/?$`), '/api/mailed-links/unsubscribe/$1/$2'],
  [new RegExp(`^/alerts/(${token})/?$`), '/api/mailed-links/subscriber/$1'],
];

/** The route handler behind a POST to a mailed link; undefined where `pathname` is none. */
export function mailedLinkTarget(pathname: string): string | undefined {
  const found = targets.find(([from]) => from.test(pathname));
  return found && pathname.replace(found[0], found[1]);
}

/** The handlers themselves are no addresses: they are reached through the link only. */
export function isMailedLinkHandler(pathname: string): boolean {
  return /^\/api\/mailed-links(\/|$)/.test(pathname);
}
