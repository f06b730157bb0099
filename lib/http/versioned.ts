import { createHash } from 'node:crypto';
import { log } from '@/lib/log';

/** Raised when an answer to the same question takes another shape. */
const shape = 1;

/**
 * A public answer that changes with the catalogue only. Its ETag is the version and the question: whoever has it
 * already gets a 304, and nothing is read for it.
 * @param version the catalogue's, read before the answer is built, so that a newer answer never gets an older tag twice; with
 *   the day behind it where the answer says which it is
 */
export function versioned(
  request: Request,
  version: number | string,
  build: () => Promise<unknown>,
): Promise<Response> {
  return unlessKnown(request, version, async (headers) => Response.json(await build(), { headers }));
}

/** The same for an answer that is no JSON. @param contentType of the text that `build` makes */
export function versionedText(
  request: Request,
  version: number,
  contentType: string,
  build: () => Promise<string>,
): Promise<Response> {
  return unlessKnown(
    request,
    version,
    async (headers) => new Response(await build(), { headers: { ...headers, 'Content-Type': contentType } }),
  );
}

/**
 * The same for a file to download, which is sent as it is made.
 * @param day what the file says it is of: on another day the same question has another answer
 */
export function versionedFile(
  request: Request,
  version: number,
  day: string,
  build: () => Promise<{ name: string; contentType: string; body: AsyncIterable<string | Buffer> }>,
): Promise<Response> {
  return unlessKnown(request, `${version}-${day}`, async (headers) => {
    const { name, contentType, body } = await build();
    const disposition = `attachment; filename="${name}"`;
    return new Response(bytesOf(body), {
      headers: { ...headers, 'Content-Type': contentType, 'Content-Disposition': disposition },
    });
  });
}

async function unlessKnown(
  request: Request,
  version: number | string,
  answer: (headers: Record<string, string>) => Promise<Response>,
): Promise<Response> {
  const etag = `"v${version}-${questionHash(request.url)}"`;
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=0, must-revalidate' };
  if (names(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return answer(headers);
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
