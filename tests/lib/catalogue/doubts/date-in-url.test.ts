import { expect, test } from 'vitest';
import { dateInUrl } from '@/lib/catalogue/doubts/date-in-url';
import { readContextFile, readEventFiles } from '@/lib/catalogue/starter-files';
import { daysBetween, firstDay, lastDay } from '@/lib/format/dates';

const latest = '2026-11-25';

test.each([
  ['https://en.yna.co.kr/view/AEN20200414006452325', '2020-04-14'],
  ['http://english.chosun.com/site/data/html_dir/2012/03/30/2012033001081.html', '2012-03-30'],
  ['https://example.org/2020/4/9/story', '2020-04-09'],
  ['https://www.theguardian.com/world/2020/apr/14/north-korea', '2020-04-14'],
  ['https://koreajoongangdaily.joins.com/news/2025-04-30/national/2296880', '2025-04-30'],
  ['https://www.nation.com.pk/22-Aug-2023/n-korea-s-kim', '2023-08-22'],
  ['http://www.reuters.com/article/us-northkorea-missile-idUSKBN0LB04B20150207', '2015-02-07'],
  ['http://www.reuters.com/article/us-northkorea-nuclear-idUSKBN0UK0G420160106', '2016-01-06'],
  ['https://koreaherald.com/view.php?ud=20200413000745', '2020-04-13'],
  ['https://www.donga.com/en/article/all/20210325/2526088/1/N-Korea', '2021-03-25'],
  ['http://georgewbush-whitehouse.archives.gov/news/releases/2006/10/20061009.html', '2006-10-09'],
  ['https://www.nknews.org/2024/01/north-korea-launches/', '2024-01'],
  ['https://www.nknews.org/2024/01/5-things-to-know/', '2024-01'],
  ['https://www.armscontrol.org/blog/2021-04/digest', '2021-04'],
  ['https://web.archive.org/web/20200501000000/https://cnn.com/2020/04/14/asia/x', '2020-04-14'],
])('%s is of %s', (url, date) => {
  expect(dateInUrl(url, latest)).toBe(date);
});

test.each([
  'https://kcnawatch.org/newstream/1584815806-877901934/kim-yo-jong', // seconds since 1970
  'https://tass.com/world/1336965/amp',
  'https://thehill.com/policy/defense/492781-top-general',
  'https://example.org/article/201904141', // nine digits: an id
  'https://example.org/article/20191341', // no such month
  'https://example.org/2019/02/30/x', // no such day
  'https://example.org/2026/11/26/x', // not before `latest`
  'https://example.org/17760704', // before there was one
  'https://2009-2017.state.gov/r/pa/prs/ps/185.htm',
  'https://undocs.org/S/RES/2397(2017)',
  'https://example.org/2020-04-14-to-2020-04-20', // two days: neither is that of the report
  'https://example.org/story#2020-04-14',
  'https://web.archive.org/web/20200501000000/https://example.org/x', // when it was archived
  'https://archive.ph/20200501/AbCdE',
  '2020-04-14',
  '',
])('no date is read out of %s', (url) => {
  expect(dateInUrl(url, latest)).toBeNull();
});

test('no address of the starter catalogue is given a date that is years away from what it reports', async () => {
  const [events, contextItems] = await Promise.all([readEventFiles(), readContextFile()]);
  const cited = [
    ...events.flatMap(({ localDate, assessments, citations }) =>
      [...assessments.flatMap(({ citation }) => citation ?? []), ...citations].map(({ url }) => ({
        url,
        date: localDate,
      })),
    ),
    ...contextItems.flatMap(({ date, citations }) => citations.map(({ url }) => ({ date, url }))),
  ];
  const dated = cited.flatMap(({ url, date }) => {
    const found = dateInUrl(url, latest);
    return found ? [{ url, days: daysBetween(lastDay(date), firstDay(found)) }] : [];
  });
  expect(dated.length).toBeGreaterThan(40);
  expect(dated.filter(({ days }) => Math.abs(days) > 90)).toEqual([]);
});
