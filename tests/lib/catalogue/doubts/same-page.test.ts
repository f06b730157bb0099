import { expect, test } from 'vitest';
import { originalOf, pagesOf } from '@/lib/catalogue/doubts/same-page';

const pageOf = (url: string) => pagesOf({ url, archivedUrl: null })[0];

test.each([
  ['http://www.nknews.org/2024/01/a-b/', 'https://nknews.org/2024/01/a-b'],
  ['https://nknews.org/2024/01/a-b#comments', 'https://nknews.org/2024/01/a-b'],
  ['https://nknews.org/a?utm_source=x&utm_medium=y&fbclid=z', 'https://nknews.org/a'],
  ['https://tass.com/world/1336965/amp', 'https://tass.com/world/1336965'],
  ['https://www.koreatimes.co.kr/amp/foreignaffairs/a', 'https://www.koreatimes.co.kr/foreignaffairs/a'],
  ['https://EN.YNA.co.kr/view/AEN1?section=nk/nk', 'https://en.yna.co.kr/view/AEN1'],
  ['https://example.org/?b=2&a=1', 'https://example.org?a=1&b=2'],
  ['https://example.org/caf%C3%A9', 'https://example.org/café'],
  ['https://example.org:443/a', 'https://example.org/a'],
])('%s is the page %s', (one, other) => {
  expect(pageOf(one)).toBe(pageOf(other));
});

test.each([
  ['https://example.org/a', 'https://example.org/b'],
  ['https://example.org/Story', 'https://example.org/story'],
  ['https://world.kbs.co.kr/news?Seq_Code=183702', 'https://world.kbs.co.kr/news?Seq_Code=183703'],
  ['https://example.org/a?section=nk', 'https://example.org/a?section=jp'],
  ['https://example.org/amplify', 'https://example.org/lify'],
])('%s is another page than %s', (one, other) => {
  expect(pageOf(one)).not.toBe(pageOf(other));
});

test('an archived copy is of the page that it was made of, on either side', () => {
  const page = 'https://en.yna.co.kr/view/AEN20200414006452325';
  for (const copy of [
    `https://web.archive.org/web/20200415001122/${page}`,
    `https://web.archive.org/web/20200415001122id_/${page}?utm_source=x`,
    'https://web.archive.org/web/2020/http:/en.yna.co.kr/view/AEN20200414006452325',
    `https://archive.ph/20200415/${page}`,
  ]) {
    expect(pagesOf({ url: copy, archivedUrl: null })).toContain('en.yna.co.kr/view/AEN20200414006452325');
    expect(pagesOf({ url: 'https://example.org/other', archivedUrl: copy })).toContain(pageOf(page));
  }
  expect(originalOf('https://archive.ph/AbCdE')).toBe('https://archive.ph/AbCdE');
  // Only an archive's address is taken for that of a copy.
  expect(originalOf(`https://example.org/read/${page}`)).toBe(`https://example.org/read/${page}`);
});

test('what is no web address is no page', () => {
  for (const url of ['', 'https://', 'nknews.org', 'mailto:a@example.org', 'https://exa mple.org'])
    expect(pagesOf({ url, archivedUrl: null })).toEqual([]);
});
