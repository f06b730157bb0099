import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Stretch } from '@/lib/catalogue/export/event-batches';
import { type ExportFormat, exportFormats } from '@/lib/catalogue/export/formats';
import { newestFirst, type Page, type SortKey, sortKeys } from '@/lib/catalogue/queries';
import { AppError, invalidField } from '@/lib/errors';

/** The query parameters of a list that are not its filter. */
export const listParameters = ['sort', 'limit', 'cursor', 'format'] as const;

const maxLimit = 1000;
const all = 'all';
/** PostgreSQL's largest integer: no list is that long, but a cursor that somebody made up may say so. */
const maxOffset = 2_147_483_647;
const cursorPayload = z.tuple([z.number().int().min(1), z.number().int().min(0).max(maxOffset), z.string()]);

/**
 * The stretch of a list that a query string asks for.
 * @param version the catalogue's: a cursor is good for one version only, since a write may move events across pages
 * @throws AppError `invalid` with the parameter as the path, `conflict` where the catalogue has changed since the first page
 */
export function pageFromUrl(params: URLSearchParams, version: number): Page {
  return { sort: sortOf(params), limit: limitOf(params), offset: offsetOf(params, version) };
}

/**
 * The stretch that a file is asked for: all of the list, unless `limit=` says otherwise.
 * @throws AppError as `pageFromUrl`
 */
export function stretchFromUrl(params: URLSearchParams, version: number): Stretch {
  const limit = (params.get('limit') || all) === all ? null : limitOf(params);
  return { sort: sortOf(params), limit, offset: offsetOf(params, version) };
}

/**
 * The format of the file that a query string asks for; null where it asks for a page of the list in JSON, which `limit=all`
 * makes a file. @throws AppError `invalid` with the parameter as the path
 */
export function fileFormatFromUrl(params: URLSearchParams): ExportFormat | null {
  const name = params.get('format') || 'json';
  const format = exportFormats.find((one) => one === name);
  if (!format)
    throw invalidField('format', `"${name}" is no format of this list. Use ${exportFormats.join(', ')}.`);
  return format === 'json' && params.get('limit') !== all ? null : format;
}

/** The cursor of the page after `page`; null where there is none. */
export function nextCursor(
  params: URLSearchParams,
  version: number,
  page: Page,
  total: number,
): string | null {
  const offset = page.offset + page.limit;
  if (offset >= total) return null;
  return Buffer.from(JSON.stringify([version, offset, listHash(params)])).toString('base64url');
}

function sortOf(params: URLSearchParams): Page['sort'] {
  const sort = params.get('sort');
  if (!sort) return newestFirst;
  const key = sort.replace(/^-/, '');
  if (!isSortKey(key)) {
    throw invalidField(
      'sort',
      `"${key}" is nothing to sort by. Use ${sortKeys.join(', ')}, with - in front to turn it round.`,
    );
  }
  return { key, descending: sort.startsWith('-') };
}

function isSortKey(key: string): key is SortKey {
  return (sortKeys as readonly string[]).includes(key);
}

function limitOf(params: URLSearchParams): number {
  const text = params.get('limit') || '100';
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > maxLimit) {
    throw invalidField('limit', `is neither a whole number from 1 to ${maxLimit} nor "${all}"`);
  }
  return limit;
}

function offsetOf(params: URLSearchParams, version: number): number {
  const cursor = params.get('cursor');
  if (!cursor) return 0;
  const [ofVersion, offset, ofList] = readCursor(cursor);
  if (ofList !== listHash(params)) throw invalidField('cursor', 'belongs to another filter or order.');
  if (ofVersion !== version) {
    throw new AppError(
      'conflict',
      `The catalogue has changed since the first page (version ${ofVersion}, now ${version}). Begin again without the cursor.`,
    );
  }
  return offset;
}

function readCursor(cursor: string): z.output<typeof cursorPayload> {
  try {
    return cursorPayload.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalidField('cursor', 'is not a cursor that this list has given.');
  }
}

/** What list a cursor belongs to: all but where in it one is. */
function listHash(params: URLSearchParams): string {
  const rest = new URLSearchParams(params);
  for (const name of ['cursor', 'limit', 'format']) rest.delete(name);
  rest.sort();
  return createHash('sha256').update(rest.toString()).digest('base64url').slice(0, 12);
}
