import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { AppError } from '@/lib/errors';
import {
  type BackupHeader,
  type BackupTrailer,
  backupHeader,
  backupTrailer,
  firstLine,
  readCopyLine,
  type TableColumns,
} from './format';
import { LineReader } from './line-reader';

/** What stands in a backup, from its first line to its last; the rows of a table have to be read before the next part. */
export type BackupPart =
  | ({ kind: 'header' } & BackupHeader)
  | ({ kind: 'table'; rows: AsyncIterable<Buffer> } & TableColumns)
  | ({ kind: 'trailer'; isIntact: boolean } & BackupTrailer);

/**
 * Read a backup, part by part, as a stream.
 * @throws AppError `invalid` in one plain line, where the file cannot be read, is no backup, or is damaged
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const lines = new LineReader(unpack(file));
  const hash = createHash('sha256');
  const [first, second] = [await lines.next(), await lines.next()];
  if (first?.toString() !== firstLine || !second) throw new AppError('invalid', noBackup(file));
  hash.update(`${first}\n${second}\n`);
  yield { kind: 'header', ...json(file, second, backupHeader) };

  for (;;) {
    const line = await lines.next();
    if (line === null) throw new AppError('invalid', damaged(file, 'it ends too early'));
    if (line.subarray(0, 4).toString() === '-- {') {
      const trailer = json(file, line, backupTrailer);
      return yield { kind: 'trailer', ...trailer, isIntact: hash.digest('hex') === trailer.sha256 };
    }
    hash.update(line).update('\n');
    const announced = readCopyLine(line.toString());
    if (announced) yield { kind: 'table', ...announced, rows: lines.untilEndOfRows(hash) };
  }
}

async function* unpack(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  try {
    yield* unpacked;
  } catch (error) {
    throw new AppError('invalid', words(file, error), [], { cause: error });
  } finally {
    source.destroy();
  }
}

/** A file that was gone through, with what its first and its last part say. */
export type CheckedBackup = { file: string; header: BackupHeader; trailer: BackupTrailer };

/**
 * Go through a whole backup, and see that it is all there and unchanged.
 * @throws AppError `invalid` in one plain line
 */
export async function checkBackup(file: string): Promise<CheckedBackup> {
  let header: BackupHeader | undefined;
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') header = part;
    if (part.kind === 'table') for await (const _ of part.rows);
    if (part.kind === 'trailer' && header) {
      if (!part.isIntact) throw new AppError('invalid', damaged(file, 'its checksum does not fit'));
      return { file, header, trailer: part };
    }
  }
  throw new AppError('invalid', damaged(file, 'it ends too early'));
}

function json<S extends z.ZodType>(file: string, line: Buffer, schema: S): z.output<S> {
  try {
    return schema.parse(JSON.parse(line.subarray(3).toString()));
  } catch (error) {
    throw new AppError('invalid', damaged(file, 'it cannot be read'), [], { cause: error });
  }
}

function noBackup(file: string): string {
  return `${file} is no backup of Apogee.`;
}

function damaged(file: string, why: string): string {
  return `${file} is damaged: ${why}. Nothing was changed.`;
}

function words(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${path.resolve(file)}.`;
  if (code === 'EISDIR') return `${file} is a folder.`;
  if (code === 'EACCES' || code === 'EPERM') return `${file} cannot be read (${code}).`;
  if (code === 'Z_DATA_ERROR' && String(error).includes('incorrect header check')) return noBackup(file);
  if (code === 'Z_BUF_ERROR') return damaged(file, 'it ends too early');
  return damaged(file, 'it cannot be unpacked');
}
