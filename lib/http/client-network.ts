import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';
import { env } from '@/lib/env';

/**
 * The network that a request comes from, for rate limits: an IPv4 address, or the first 64 bits of an IPv6 address
 * (which is what one household or office has). `unknown` where it cannot be told.
 */
export function clientNetwork(headers: Headers): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  // Each proxy in front has added the address that it saw to the right; what stands further left is hearsay.
  const address = hops.at(-Math.max(1, env().TRUST_PROXY)) ?? '';
  return networkOf(address);
}

/**
 * Make `x-forwarded-for` worth reading, before Next sees the request: unless proxies in front are trusted
 * (`TRUST_PROXY`, their number), it is the address of the connection itself, whatever the client wrote there.
 */
export function settleForwardedFor(request: IncomingMessage): void {
  const own = request.socket.remoteAddress;
  if (env().TRUST_PROXY === 0) request.headers['x-forwarded-for'] = own ?? '';
  else request.headers['x-forwarded-for'] ??= own ?? '';
}

function networkOf(address: string): string {
  const bare = address.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  const mapped = bare.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(mapped)) return mapped;
  if (!isIPv6(bare)) return 'unknown';
  const [head = '', tail] = (bare.split('%')[0] ?? '').split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const groups = [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
