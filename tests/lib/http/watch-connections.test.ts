import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rereadEnv } from '@/lib/env';
import { clientNetwork } from '@/lib/http/client-network';
import { watchConnections } from '@/lib/http/watch-connections';

type Seen = { url: string; network: string; method: string };

const server = createServer((incoming, response) => {
  const { url = '', method = '' } = incoming;
  const seen: Seen = { url, network: clientNetwork(headersOf(incoming.headers)), method };
  response.end(JSON.stringify(seen));
});

beforeAll(async () => {
  watchConnections();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
});

function headersOf(headers: IncomingHttpHeaders): Headers {
  return new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function asked(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Seen> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(JSON.parse(text)));
    });
    sent.once('error', reject).end();
  });
}

test('what a client claims about its address is not believed where no proxy is trusted', async () => {
  expect((await asked('/', { 'x-forwarded-for': '198.51.100.1' })).network).toBe('127.0.0.1');
  expect((await asked('/')).network).toBe('127.0.0.1');
});

test('where proxies are trusted, as many addresses from the right as there are', async () => {
  const claimed = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7, 10.0.0.2' };
  process.env.TRUST_PROXY = '1';
  rereadEnv();
  expect((await asked('/', claimed)).network).toBe('10.0.0.2');
  process.env.TRUST_PROXY = '2';
  rereadEnv();
  expect((await asked('/', claimed)).network).toBe('203.0.113.7');
  delete process.env.TRUST_PROXY;
  rereadEnv();
});

test('an address that cannot be decoded is taken letter by letter', async () => {
  expect((await asked('/events/%E0%A4%A?q=%E0')).url).toBe('/events/%25E0%25A4%25A?q=%E0');
  expect((await asked('/events/%C3%BC?q=1')).url).toBe('/events/%C3%BC?q=1');
});

test('a method for which Next can make no request goes on by another name', async () => {
  expect((await asked('/', {}, 'TRACE')).method).toBe('X-TRACE');
  expect((await asked('/', {}, 'DELETE')).method).toBe('DELETE');
});
