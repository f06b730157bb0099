import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { settleForwardedFor } from './client-network';

/** Look at each request to this process before Next does, and settle what Next would take from the client as it comes. */
export function watchConnections(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    settleForwardedFor(request);
    settleMethod(request);
    settleAddress(request);
  });
}

/** Methods for which Next can make no request, and answers with a bare 500. By another name they are merely not known. */
function settleMethod(request: IncomingMessage): void {
  if (request.method === 'TRACE' || request.method === 'CONNECT') request.method = `X-${request.method}`;
}

/** An address that cannot be decoded ends in Next with a bare 500. Taken letter by letter, it is merely not found. */
function settleAddress(request: IncomingMessage): void {
  const [path = '', ...query] = (request.url ?? '').split('?');
  try {
    decodeURIComponent(path);
  } catch {
    request.url = [path.replaceAll('%', '%25'), ...query].join('?');
  }
}
