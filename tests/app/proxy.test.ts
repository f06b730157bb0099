import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { rereadEnv } from '@/lib/env';
import { proxy } from '@/proxy';

const token = 'a'.repeat(43);

function through(pathname: string, method = 'GET', headers: Record<string, string> = {}): Promise<Response> {
  return proxy(
    new NextRequest(`http://localhost:3000${pathname}`, {
      method,
      headers: { host: 'localhost:3000', ...headers },
    }),
  );
}
const goesOn = (response: Response) => response.headers.get('x-middleware-next') === '1';

test('each answer has a policy with a nonce of its own, which the page is told', async () => {
  const [first, second] = await Promise.all([through('/'), through('/')]);
  const policy = first.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(nonce).toHaveLength(24);
  expect(first.headers.get('x-middleware-request-x-nonce')).toBe(nonce);
  expect(first.headers.get('x-middleware-request-content-security-policy')).toBe(policy);
  expect(second.headers.get('content-security-policy')).not.toBe(policy);
  expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic';`);
  expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toMatch(/unsafe|https?:|\*/);
  for (const directive of [
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ])
    expect(policy).toContain(directive);
});

test('a client cannot choose the nonce', async () => {
  const response = await through('/', 'GET', {
    'x-nonce': 'mine',
    'content-security-policy': "script-src 'nonce-mine'",
  });
  expect(response.headers.get('x-middleware-request-x-nonce')).not.toBe('mine');
  expect(response.headers.get('x-middleware-request-content-security-policy')).not.toContain('mine');
});

test('pages cannot be framed, sniffed, or tell other sites where one came from', async () => {
  expect(Object.fromEntries((await through('/events')).headers)).toMatchObject({
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('geolocation=()'),
  });
  for (const path of [`/alerts/${token}`, `/subscribe/confirm/${token}`, `/setup/${token}`]) {
    expect((await through(path)).headers.get('referrer-policy')).toBe('same-origin');
  }
  expect((await through('/embed/tests-over-time')).headers.get('x-frame-options')).toBeNull();
});

test('https is insisted on where readers come by it', async () => {
  expect((await through('/')).headers.get('strict-transport-security')).toBeNull();
  process.env.APP_URL = 'https://apogee.example.org';
  rereadEnv();
  expect((await through('/')).headers.get('strict-transport-security')).toBe('max-age=31536000');
  delete process.env.APP_URL;
  rereadEnv();
});

const unsafe = ['POST', 'PUT', 'PATCH', 'DELETE'];

test('a form is taken from our own pages only', async () => {
  for (const method of unsafe) {
    for (const path of [
      '/desk/new',
      '/sign-in',
      '/subscribe',
      '/api/auth/sign-in/email',
      '/api/v10/events',
      '/',
    ]) {
      const isTaken = method === 'POST' || path.startsWith('/api/');
      const own: Record<string, string>[] = [
        { 'sec-fetch-site': 'same-origin' },
        { origin: 'http://localhost:3000' },
      ];
      for (const headers of own) {
        const response = await through(path, method, headers);
        expect(isTaken ? goesOn(response) : response.status).toBe(isTaken ? true : 405);
      }
      const foreigners: Record<string, string>[] = [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
        { origin: 'https://evil.example' },
        { origin: 'http://localhost:3001' },
        { origin: 'null' },
      ];
      for (const foreign of foreigners) {
        expect((await through(path, method, foreign)).status).toBe(403);
      }
    }
  }
  expect(goesOn(await through('/desk', 'GET', { 'sec-fetch-site': 'cross-site' }))).toBe(true);
});

test('a mailed link takes a POST from anywhere, and is handed to its handler', async () => {
  const posted = await through(`/alerts/${token}/unsubscribe/3`, 'POST', { 'sec-fetch-site': 'cross-site' });
  expect(posted.headers.get('x-middleware-rewrite')).toBe(
    `http://localhost:3000/api/mailed-links/unsubscribe/${token}/3`,
  );
  expect(goesOn(await through(`/alerts/${token}`))).toBe(true);
  expect(
    (await through(`/alerts/${token}/unsubscribe/3`, 'DELETE', { origin: 'https://evil.example' })).status,
  ).toBe(403);
});

test('the handlers of mailed links are no addresses', async () => {
  for (const method of ['GET', ...unsafe]) {
    expect((await through(`/api/mailed-links/subscriber/${token}`, method)).status).toBe(404);
  }
});

test('the scripts of any site may read the API, and none may write', async () => {
  expect((await through('/api/v1/events')).headers.get('access-control-allow-origin')).toBe('*');
  expect((await through('/events')).headers.get('access-control-allow-origin')).toBeNull();
  const written = await through('/api/v1/events', 'POST', { origin: 'https://evil.example' });
  expect(goesOn(written)).toBe(true); // the key decides
  expect(written.headers.get('access-control-allow-origin')).toBeNull();
  const preflight = await through('/api/v1/events', 'OPTIONS', {
    origin: 'https://evil.example',
    'access-control-request-method': 'POST',
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
  expect(preflight.headers.get('access-control-allow-headers')).not.toMatch(/authorization/i);
});

test('a method that a page does not have is refused by name, and the ones it has are told', async () => {
  for (const method of ['PUT', 'PATCH', 'DELETE', 'X-TRACE']) {
    const refused = await through('/events', method);
    expect(refused.status).toBe(405);
    expect(refused.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.headers.get('content-security-policy')).toContain("default-src 'self'");
  }
  expect(await (await through('/api/v1/events', 'X-TRACE')).json()).toMatchObject({
    status: 405,
    detail: expect.stringMatching(/^TRACE is not possible here/),
  });
  expect(goesOn(await through('/api/v1/events/kp-2020-04-14', 'PATCH'))).toBe(true);
  const told = await through('/', 'OPTIONS');
  expect([told.status, told.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
});
