import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { findMissingEvent, type MissingEvent } from '@/lib/catalogue/event-address';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { isMailedLinkHandler, mailedLinkTarget } from '@/lib/http/mailed-links';
import { missingHeader, writeMissing } from '@/lib/http/missing-page';
import { isApi, openReads, preflightResponse } from '@/lib/http/open-reads';
import { problemResponse } from '@/lib/http/problem';
import { refusedMethod } from '@/lib/http/route';
import { isSafeMethod, isSameOrigin, safeMethods } from '@/lib/http/same-origin';
import { securityHeaders } from '@/lib/http/security-headers';
import { log } from '@/lib/log';

/** Before every request: where it may go, and which headers its answer carries. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname } = request.nextUrl;
  const nonce = randomBytes(16).toString('base64');
  const headers = securityHeaders({
    pathname,
    nonce,
    https: env().APP_URL.startsWith('https:'),
    development: process.env.NODE_ENV === 'development',
  });
  const response = await answer(request, nonce, headers['Content-Security-Policy'] ?? '');
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (isApi(pathname) && isSafeMethod(request.method)) {
    for (const [name, value] of Object.entries(openReads)) response.headers.set(name, value);
  }
  return response;
}

async function answer(request: NextRequest, nonce: string, policy: string): Promise<Response> {
  const { pathname } = request.nextUrl;
  if (isMailedLinkHandler(pathname)) {
    return problemResponse(new AppError('not-found', `There is nothing at ${pathname}.`));
  }
  if (request.method === 'OPTIONS' && isApi(pathname)) return preflightResponse();
  if (request.method === 'OPTIONS' && !pathname.startsWith('/api/')) return optionsOf(pathname);

  const toPage = new Headers(request.headers);
  toPage.set('x-nonce', nonce);
  toPage.set('content-security-policy', policy);
  toPage.delete(missingHeader);
  const missing = isSafeMethod(request.method) ? await knownToBeMissing(request.nextUrl) : null;
  if (missing) {
    toPage.set(missingHeader, writeMissing(missing));
    return NextResponse.rewrite(new URL('/_missing', request.url), { request: { headers: toPage } });
  }
  const allowed = methodsOf(pathname);
  if (isSafeMethod(request.method) || (isApi(pathname) && allowed.includes(request.method))) {
    return NextResponse.next({ request: { headers: toPage } });
  }
  const target = request.method === 'POST' ? mailedLinkTarget(pathname) : undefined;
  if (target) {
    // Nobody's session is involved: the token in the address is the authority, and mail servers have no origin.
    return NextResponse.rewrite(new URL(target, request.url), { request: { headers: toPage } });
  }
  if (!isSameOrigin(request.headers, env().APP_URL)) {
    return problemResponse(
      new AppError('forbidden', 'This was sent from another site. Open the page here, and send it again.'),
    );
  }
  if (!allowed.includes(request.method)) return refusedMethod(request.method, allowed.join(', '));
  return NextResponse.next({ request: { headers: toPage } });
}

/** Pages are read, and posted to by their forms; what else a path of the API takes, it says itself. */
function methodsOf(pathname: string): string[] {
  return [...safeMethods, 'POST', ...(pathname.startsWith('/api/') ? ['PUT', 'PATCH', 'DELETE'] : [])];
}

function optionsOf(pathname: string): Response {
  return new Response(null, { status: 204, headers: { Allow: methodsOf(pathname).join(', ') } });
}

/** Where that cannot be read, the page itself says so. */
async function knownToBeMissing(address: URL): Promise<MissingEvent | null> {
  try {
    return await findMissingEvent(address);
  } catch (error) {
    log().warn({ err: error }, 'an address could not be looked up');
    return null;
  }
}

// Constants only: Next reads this at build time.
export const config = { matcher: '/((?!_next/static/).*)' };
