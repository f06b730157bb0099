import { AppError } from '@/lib/errors';
import { RefusedRequest } from './problem';

const maxBytes = 1024 * 1024;
const tooLarge = () => new RefusedRequest(413, 'The body is larger than 1 MB.');

/**
 * A request's body as JSON, of at most 1 MB.
 * @returns the parsed body, and its text as it came
 * @throws RefusedRequest 415 for another content type, 413 when it is too large; AppError `invalid` for what is no JSON
 */
export async function readJson(request: Request): Promise<{ body: unknown; text: string }> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new RefusedRequest(415, 'Send the body as JSON, with Content-Type: application/json.');
  }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const text = await readText(request);
  try {
    return { body: JSON.parse(text) as unknown, text };
  } catch (error) {
    throw new AppError('invalid', `The body is not valid JSON: ${(error as Error).message}`);
  }
}

/** The length that a client names may be wrong, or missing: what comes is counted. */
async function readText(request: Request): Promise<string> {
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const reader = request.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AppError('invalid', 'The body is not valid UTF-8.');
  }
}
