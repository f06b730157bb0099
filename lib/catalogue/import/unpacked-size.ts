import { inflateRawSync } from 'node:zlib';
import { AppError } from '@/lib/errors';

const mostBytes = 300 * 1024 * 1024;
/** Cells of a sheet's used rectangle: the reader makes one of each, also of those that are empty. */
const mostCells = 5_000_000;
const excelRows = 1_048_576;

type PackedFile = { name: string; method: number; packed: Uint8Array; size: number };

/**
 * A workbook is a packed folder. A small one can be made to unpack to more than the machine holds, or to name a cell that is a
 * billion rows away.
 * @returns the workbook's own description of itself
 * @throws AppError `invalid` where this one does, or cannot be unpacked
 */
export function checkUnpacked(bytes: Uint8Array): string {
  const files = listPacked(bytes);
  if (files.reduce((sum, file) => sum + file.size, 0) > mostBytes) throw tooLarge();
  for (const file of files) if (/worksheets\/[^/]+\.xml$/.test(file.name)) checkCells(unpack(file));
  const workbook = files.find(({ name }) => name === 'xl/workbook.xml');
  if (!workbook) throw broken();
  return unpack(workbook);
}

function checkCells(xml: string): void {
  let [rows, columns] = [1, 1];
  for (const [, letters = '', row] of xml.matchAll(/<(?:row|c)\b[^>]*?\sr="([A-Z]*)(\d+)"/g)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnNumber(letters));
  }
  if (rows > excelRows || rows * columns > mostCells) throw tooLarge();
}

const columnNumber = (letters: string) =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

const tooLarge = () =>
  new AppError(
    'invalid',
    'This workbook unpacks to more than can be read. Copy what is needed into a new one.',
  );
const broken = (cause?: unknown) =>
  new AppError(
    'invalid',
    'This is not a workbook that can be read. Open it in a spreadsheet, and save it as .xlsx.',
    [],
    { cause },
  );

function unpack({ method, packed, size }: PackedFile): string {
  if (method === 0) return new TextDecoder().decode(packed);
  try {
    // One byte more than it says: what is larger than that is refused here.
    return inflateRawSync(packed, { maxOutputLength: size + 1 }).toString('utf8');
  } catch (error) {
    throw broken(error);
  }
}

/** The central directory (APPNOTE.TXT, 4.3.12): what the reader goes by. */
function listPacked(bytes: Uint8Array): PackedFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    const files: PackedFile[] = [];
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 8, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== 0x02014b50) throw broken();
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)));
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      files.push({
        name,
        method: view.getUint16(at + 10, true),
        packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
        size: view.getUint32(at + 24, true),
      });
      at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
    return files;
  } catch (error) {
    throw error instanceof AppError ? error : broken(error);
  }
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw broken();
}
