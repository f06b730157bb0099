type Place = {
  pathname: string;
  /** Fresh for each request. */
  nonce: string;
  /** Whether readers come by https: `APP_URL` says so. */
  https: boolean;
  /** React's error messages need eval while developing. */
  development: boolean;
};

/** Addresses with a token in them: they are not to be sent to another site, nor found by a search engine. */
const secretAddress = /^\/(alerts|subscribe\/confirm|setup)(\/|$)/;

/** What every answer carries besides what it says. */
export function securityHeaders(place: Place): Record<string, string> {
  const secret = secretAddress.test(place.pathname);
  return {
    'Content-Security-Policy': contentSecurityPolicy(place),
    'X-Content-Type-Options': 'nosniff',
    // With "no-referrer" a browser leaves the origin out of a form's POST, and it could not be told from a foreign one.
    'Referrer-Policy': secret ? 'same-origin' : 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(isEmbed(place.pathname) ? {} : { 'X-Frame-Options': 'DENY' }),
    ...(secret ? { 'X-Robots-Tag': 'noindex' } : {}),
    ...(place.https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

/**
 * Scripts and styles only of our own, and inline ones only with the request's nonce. Style attributes are allowed:
 * charts place their marks with them. Next finds the nonce in this header of the request.
 */
export function contentSecurityPolicy({ pathname, nonce, https, development }: Place): string {
  const frameAncestors = isEmbed(pathname) ? '*' : "'none'";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** Charts that other sites show in a frame. */
function isEmbed(pathname: string): boolean {
  return pathname.startsWith('/embed/');
}
