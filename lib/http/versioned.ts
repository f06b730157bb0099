import { createHash } from 'node:crypto';
import { log } from '@/lib/log';

/** Raised when an answer to the same question takes another shape. */
const shape = 1;

/**
 * A public answer that changes with the catalogue only. Its ETag is the version and the question: whoever has it
 * already gets a 304, and nothing is read for it.
 * @param version the catalogue's, read before the answer is built, so that a newer answer never gets an older tag twice
 */
export async function versioned(
  request: Request,
  version: number,
  build: () => Promise<unknown>,
): Promise<Response> {
  const { headers, isKnown } = tagged(request, `v${version}-${questionHash(request.url)}`);
  if (isKnown) return new Response(null, { status: 304, headers });
  return Response.json(await build(), { headers });
}

/**
 * The same for a file to download, which is sent as it is made. It says of which day it is, so that on another day the same
 * question has another answer.
 */
export async function versionedFile(
  request: Request,
  version: number,
  day: string,
  build: () => Promise<{ name: string; contentType: string; body: AsyncIterable<string | Buffer> }>,
): Promise<Response> {
  const { headers, isKnown } = tagged(request, `v${version}-${day}-${questionHash(request.url)}`);
  if (isKnown) return new Response(null, { status: 304, headers });
  const { name, contentType, body } = await build();
  return new Response(bytesOf(body), {
    headers: {
      ...headers,
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}

function tagged(request: Request, tag: string) {
  const etag = `"${tag}"`;
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=0, must-revalidate' };
  return { headers, isKnown: names(request.headers.get('if-none-match'), etag) };
}

/** Made no faster than it is taken. Where it fails half-way, the connection is broken off, so that half is not taken for all. */
function bytesOf(body: AsyncIterable<string | Buffer>): ReadableStream<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(Buffer.from(value));
      } catch (error) {
        log().error({ err: error }, 'a file was broken off');
        throw error;
      }
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}

function questionHash(url: string): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.sort();
  return createHash('sha256').update(`${shape} ${pathname}?${searchParams}`).digest('base64url').slice(0, 16);
}

/** By the weak comparison, which is the one for If-None-Match (RFC 9110, 13.1.2): a proxy that compresses weakens tags. */
function names(header: string | null, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
