/** Methods that change nothing. */
export const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

export function isSafeMethod(method: string): boolean {
  return safeMethods.includes(method);
}

/**
 * Whether a request that changes something comes from one of our own pages. Browsers say so in Sec-Fetch-Site, or, on
 * plain http and before 2023, in Origin. A request with neither is from no browser, so it carries nobody's cookies by
 * accident.
 * @param appUrl what Apogee is called from outside, where a proxy in front has another name for it
 */
export function isSameOrigin(headers: Headers, appUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  if (!origin) return true;
  if (origin === new URL(appUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get('host');
}
