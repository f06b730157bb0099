import { beforeAll, expect, test } from 'vitest';
import { POST } from '@/app/desk/import/upload/route';
import { largestFileBytes } from '@/lib/catalogue/import/read-file';
import { rowsOf, testDatabase } from '../../support/database';
import { request } from '../../support/next-request';
import { as, may, signInWalkers, walkers } from '../../support/walkers';

testDatabase();
beforeAll(signInWalkers);

async function upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const body = new FormData();
  body.set('file', new File([bytes], name));
  const headers = new Headers(request.headers);
  const response = await POST(
    new Request('http://localhost/desk/import/upload', { method: 'POST', body, headers }),
  );
  expect(response.status).toBe(303);
  return decodeURIComponent(response.headers.get('location') ?? '');
}

test.each(walkers)('a file is taken from an editor, and from nobody below: %s', async (walker) => {
  as(walker);
  const before = (await rowsOf('SELECT id FROM imports')).length;
  const location = await upload('../C:\\fakepath\\cns.xlsx', new Uint8Array([0x50, 0x4b]));
  const rows = await rowsOf(
    'SELECT file_name, state::text, created_by, length(file) AS bytes FROM imports ORDER BY id DESC',
  );
  if (may(walker, 'editor')) {
    expect(location).toMatch(/^\/desk\/import\/\d+$/);
    expect(rows[0]).toEqual({ file_name: 'cns.xlsx', state: 'reading', created_by: walker, bytes: 2 });
  } else {
    expect(location).toMatch(
      walker === 'anonymous' ? /^\/sign-in/ : /problem=Importing takes the role of editor/,
    );
    expect(rows).toHaveLength(before);
  }
});

test('no file, an empty one and one that is too large are told in a sentence', async () => {
  as('editor');
  expect(await upload('', new Uint8Array())).toMatch(/problem=Choose a file first/);
  expect(await upload('x.csv', new Uint8Array())).toMatch(/problem=Choose a file that is not empty/);
  expect(await upload('x.csv', new Uint8Array(largestFileBytes + 1))).toMatch(
    /problem=This file is larger than 20 MB/,
  );
  const garbled = new Request('http://localhost/desk/import/upload', {
    method: 'POST',
    body: 'x',
    headers: { ...Object.fromEntries(request.headers), 'content-type': 'multipart/form-data' },
  });
  expect((await POST(garbled)).headers.get('location')).toContain('problem=');
});
