import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readFileTables } from '@/lib/catalogue/import/read-file';
import { workbook } from '../../../support/workbooks';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));
const csv = async (text: string, encoding?: BufferEncoding) =>
  (await readFileTables('x.csv', bytes(text, encoding)))[0];

describe('a CSV file', () => {
  test('is read with commas, semicolons and tabs, with any line break and a byte order mark', async () => {
    const expected = { columns: ['a', 'b'], rows: [['1;2', 'ä'], [null], ['3', '4']] };
    for (const text of [
      'a,b\n"1;2",ä\n\n3,4\n',
      '\ufeffa;b\r\n"1;2";ä\r\n\r\n3;4\r\n',
      'a\tb\r1;2\tä\r\r3\t4',
    ])
      expect(await csv(text)).toMatchObject(expected);
  });

  test('is read in Windows-1252 and UTF-16 as well', async () => {
    expect((await csv('a,b\n\xe4\x96,2', 'latin1'))?.rows).toEqual([['ä–', '2']]);
    expect((await csv('\ufeffa,b\nä,2', 'utf16le'))?.rows).toEqual([['ä', '2']]);
  });

  test('keeps the row numbers of the spreadsheet, also below an empty row', async () => {
    expect(await csv('\n\na,b\n1,2\n')).toMatchObject({ firstRow: 4, rows: [['1', '2']] });
  });
});

describe('a workbook', () => {
  test('gives dates, fractions, texts that look like numbers, results of formulas and formatted text', async () => {
    const sheet = XLSX.utils.aoa_to_sheet(
      [
        [],
        ['Date ', 'Time', 'Text'],
        [new Date('2020-03-28T00:00:00Z'), 0.8819444, '12'],
        [],
        [null, null, 'last'],
      ],
      { cellDates: true, UTC: true },
    );
    sheet.D3 = { t: 'n', f: '40+2', v: 42 };
    sheet.E3 = { t: 'e', v: 0x2a, w: '#N/A' };
    sheet.F3 = { t: 's', v: 'x' };
    sheet['!ref'] = 'A1:F9';
    sheet['!merges'] = [XLSX.utils.decode_range('B3:B4')];
    for (const date1904 of [false, true]) {
      const book = {
        SheetNames: ['One', 'Two'],
        Sheets: { One: sheet, Two: XLSX.utils.aoa_to_sheet([]) },
        Workbook: { WBProps: { date1904 } },
      };
      const [table, ...others] = await readFileTables(
        'x.xlsx',
        new Uint8Array(XLSX.write(book, { type: 'buffer' })),
      );
      expect(others).toEqual([]);
      expect(table).toMatchObject({ name: 'One', firstRow: 3 });
      expect(table?.columns.slice(0, 3)).toEqual(['Date', 'Time', 'Text']);
      expect(table?.rows).toEqual([
        [new Date('2020-03-28T00:00:00Z'), 0.8819444, '12', 42, null, 'x'],
        [null, null, null, null, null, null],
        [null, null, 'last', null, null, null],
      ]);
    }
  });

  test('is read as another library writes it', async () => {
    const file = await writeExcelFile([
      [{ value: 'countMin' }, { value: 'localDate' }],
      [{ value: 3 }, { value: new Date('2020-04-14T00:00:00Z'), format: 'yyyy-mm-dd' }],
    ]).toBuffer();
    expect((await readFileTables('x.xlsx', new Uint8Array(file)))[0]?.rows).toEqual([
      [3, new Date('2020-04-14T00:00:00Z')],
    ]);
  });
});

describe('what cannot be read is told in one plain sentence:', () => {
  const good = workbook({ One: [['a'], [1]] });
  test.each<[string, string, Uint8Array, RegExp]>([
    ['an empty file', 'x.csv', new Uint8Array(), /^This file is empty\.$/],
    ['a header alone', 'x.csv', bytes('a,b\n'), /no rows under a header/],
    ['an empty workbook', 'x.xlsx', workbook({ One: [[]] }), /no rows under a header/],
    ['a text that is called a workbook', 'x.xlsx', bytes('a,b\n1,2'), /called a workbook, but it is none/],
    ['half a workbook', 'x.xlsx', good.slice(0, good.length / 2), /not a workbook that can be read/],
    ['a packed folder that is none', 'x.xlsx', zip({ 'a.txt': 'hello' }), /not a workbook that can be read/],
    ['a password, or an old workbook', 'x.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /password/],
    ['something else', 'x.pdf', bytes('%PDF-1.7\u0000'), /neither a workbook/],
    ['an open quotation mark', 'x.csv', bytes('a,b\n"1,2\n'), /row 2 a quotation mark/],
    ['too many bytes', 'x.csv', new Uint8Array(21 * 1024 * 1024), /larger than 20 MB/],
    [
      'a cell that is a billion rows away',
      'x.xlsx',
      sheetOf('<row r="999999999"><c r="A999999999"><v>1</v></c></row>'),
      /unpacks to more/,
    ],
    [
      'a sheet as wide as it is long',
      'x.xlsx',
      sheetOf('<row r="9999"><c r="XFD9999"><v>1</v></c></row>'),
      /unpacks to more/,
    ],
    [
      'what says that it unpacks to a gigabyte',
      'x.xlsx',
      zip({ 'xl/worksheets/sheet1.xml': 'x' }, 1_000_000_000),
      /unpacks to more/,
    ],
    [
      'what unpacks to more than it says',
      'x.xlsx',
      zip({ 'xl/worksheets/sheet1.xml': 'x'.repeat(100_000) }, 10),
      /not a workbook that can be read/,
    ],
  ])('%s', async (_, name, file, message) => {
    await expect(readFileTables(name, file)).rejects.toMatchObject({
      name: 'AppError',
      code: 'invalid',
      message,
    });
  });
});

const sheetOf = (rows: string) =>
  zip({
    'xl/workbook.xml': '<workbook/>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  });

/** A packed folder by hand, which may lie about the size of what is in it. */
function zip(files: Record<string, string>, claimed?: number): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimed ?? text.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed ?? text.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}
