/** Where to go after signing in: `next` where it is a path of this site, otherwise the desk. */
export function ownPath(next: string | null | undefined): string {
  const base = 'http://own.invalid';
  if (!next?.startsWith('/') || !URL.canParse(next, base)) return '/desk';
  const url = new URL(next, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/desk';
}
