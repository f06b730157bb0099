/** Whether an address is of the public API, which knows keys and no cookies. */
export function isApi(pathname: string): boolean {
  return /^\/api\/v1(\/|$)/.test(pathname);
}

/** What lets the scripts of any site read the API. Writing from a browser is left out: a key has no place there. */
export const openReads = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After',
};

/** The answer to a browser that asks before it reads. */
export function preflightResponse(): Response {
  const headers = {
    ...openReads,
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'If-None-Match',
    'Access-Control-Max-Age': '86400',
  };
  return new Response(null, { status: 204, headers });
}
