import { expect, test } from 'vitest';
import { basisOf, doubts, onRecord } from './entries';

const yonhap = 'https://en.yna.co.kr/view/AEN20200414006452325';
const citing = (url: string) => ({ citations: [{ url, publisher: 'Yonhap' }] });

const elsewhere = (url: string, events = [onRecord({ urls: [yonhap] })]) =>
  doubts(
    'cited-elsewhere',
    citing(url),
    basisOf(events, [{ slug: '2020-04-15-comment', title: 'A comment', date: '2020-04-15', pages: [] }]),
  );

test('a page that another event cites, however its address is written, in full or as an archived copy', () => {
  for (const url of [
    yonhap,
    'http://www.en.yna.co.kr/view/AEN20200414006452325/?utm_source=x#top',
    `https://web.archive.org/web/20200415/${yonhap}`,
  ]) {
    const [doubt, ...others] = elsewhere(url);
    expect(others).toEqual([]);
    expect(doubt).toMatchObject({
      path: 'citations.0.url',
      message: 'The page en.yna.co.kr/view/AEN20200414006452325 is cited elsewhere.',
      about: [{ title: 'North Korea: cruise missiles, 2020-04-14', href: '/events/kp-2020-04-14' }],
    });
  }
  expect(elsewhere('https://en.yna.co.kr/view/AEN20200414010752325')).toEqual([]);
  expect(elsewhere('https://en.yna')).toEqual([]);
});

test('the citation of an assessment, its archived copy, and context items', () => {
  const basis = basisOf(
    [],
    [
      {
        slug: 'c',
        title: 'A comment',
        date: '2020-04-15',
        pages: ['en.yna.co.kr/view/AEN20200414006452325'],
      },
    ],
  );
  const claims = [{ 'citation.url': 'https://example.org/x', 'citation.archivedUrl': yonhap }];
  expect(doubts('cited-elsewhere', { claims }, basis)).toMatchObject([
    {
      path: 'assessments.0.citation.archivedUrl',
      about: [{ title: 'A comment', href: '/context#c', words: 'context, 15 Apr 2020' }],
    },
  ]);
});

test('neither the event itself nor a work of reference raises it', () => {
  const own = basisOf([onRecord({ urls: [yonhap] })]);
  expect(doubts('cited-elsewhere', citing(yonhap), own, { slug: 'kp-2020-04-14' })).toEqual([]);
  const nine = Array.from({ length: 9 }, (_, n) => onRecord({ slug: `kp-2020-04-14-${n}`, urls: [yonhap] }));
  expect(elsewhere(yonhap, nine)).toHaveLength(1);
  expect(elsewhere(yonhap, [...nine, onRecord({ urls: [yonhap] })])).toEqual([]);
});

test('a further event that cites the page opens the doubt again', () => {
  const one = [onRecord({ urls: [yonhap] })];
  const two = [...one, onRecord({ localDate: '2020-04-16', urls: [yonhap] })];
  expect(elsewhere(yonhap, one)[0]?.key).not.toBe(elsewhere(yonhap, two)[0]?.key);
});

const dates = (form: Parameters<typeof doubts>[1]) =>
  doubts('citation-date', form).map(({ path, message }) => [path, message]);

test('a report from before the event, or more than three days after it, by its address', () => {
  expect(dates({ ...citing(yonhap), localDate: '2020-04-15' })).toEqual([
    ['citations.0.url', 'By its address this report is of 14 Apr 2020, 1 day before the event.'],
  ]);
  expect(dates({ ...citing(yonhap), localDate: '2020-04-20' })[0]?.[1]).toMatch(/6 days before the event\.$/);
  for (const localDate of ['2020-04-14', '2020-04-13', '2020-04-12', '2020-04-11'])
    expect(dates({ ...citing(yonhap), localDate })).toEqual([]);
  expect(dates({ ...citing(yonhap), localDate: '2020-04-10' })[0]?.[1]).toContain('4 days after the event');
});

test('by the date that is given, too; what both say is said once', () => {
  const citations = [{ url: 'https://example.org/x', publishedOn: '2020-04-20' }];
  expect(dates({ citations })).toEqual([
    ['citations.0.publishedOn', 'This report is of 20 Apr 2020, 6 days after the event.'],
  ]);
  const both = [{ url: yonhap, publishedOn: '2020-04-14' }];
  expect(dates({ citations: both, localDate: '2020-04-01' })).toHaveLength(1);
  expect(dates({ citations: [{ url: 'https://example.org/x', publishedOn: '20 April' }] })).toEqual([]);
});

test('a month is doubtful only where none of its days fits, on either side', () => {
  expect(dates({ ...citing(yonhap), localDate: '2020-04' })).toEqual([]);
  expect(dates({ ...citing(yonhap), localDate: '2020' })).toEqual([]);
  expect(dates({ ...citing(yonhap), localDate: '2020-05' })[0]?.[1]).toContain('before the event');
  expect(dates({ ...citing(yonhap), localDate: '2020-03' })[0]?.[1]).toContain('14 days after the event');
  const month = citing('https://www.nknews.org/2024/01/north-korea-launches/');
  expect(dates({ ...month, localDate: '2024-01-24' })).toEqual([]);
  expect(dates({ ...month, localDate: '2024-02-02' })).toHaveLength(1);
  expect(dates({ ...month, localDate: '2023-12-29' })).toEqual([]);
});

test('a morning in Korea is the day before in America, where the time of launch says so', () => {
  const american = citing('http://www.cnn.com/2017/06/07/asia/north-korea-missiles-launch/index.html');
  expect(dates({ ...american, localDate: '2017-06-08' })).toHaveLength(1);
  expect(dates({ ...american, localDate: '2017-06-08', salvo: { launchTime: '06:18' } })).toEqual([]);
  expect(dates({ ...american, localDate: '2017-06-08', salvo: { launchTime: '17:00' } })).toHaveLength(1);
  // The agency of Seoul dates its reports by the day in Seoul, also where a copy of one is kept in America.
  for (const url of [yonhap, `https://web.archive.org/web/20200414/${yonhap}`])
    expect(dates({ ...citing(url), localDate: '2020-04-15', salvo: { launchTime: '06:18' } })).toHaveLength(
      1,
    );
});

test('no date, no doubt: addresses without one, and an event without one', () => {
  expect(dates(citing('https://tass.com/world/1336965/amp'))).toEqual([]);
  expect(dates({ ...citing(yonhap), localDate: '' })).toEqual([]);
});
