import { expect, test } from 'vitest';
import { doubts, later } from './entries';

type Form = Parameters<typeof doubts>[1];
const slips = (form: Form, now = later) =>
  doubts('clock-slip', form, undefined, { now }).map(({ path, key, message }) => [
    path,
    key.split('|')[1],
    message,
  ]);
const rules = (form: Form, now = later) => slips(form, now).map(([, rule]) => rule);
const at = (launchTime: string, zone: 'local' | 'utc' = 'local') => ({ salvo: { launchTime, zone } });
const report = (day: string) => ({
  citations: [{ url: `https://en.yna.co.kr/view/AEN${day.replaceAll('-', '')}006452325` }],
});

test('a date in UTC beside an instant that is of the next day in Korea', () => {
  const [slip] = slips(at('2020-04-14T22:00Z'));
  expect(slip).toEqual([
    'salvos.0.launchTime',
    'other-day',
    '14 Apr 2020, 22:00 UTC is 15 Apr 2020, 07:00 KST. The date fits UTC only: it is the one in UTC, or the time is one of KST.',
  ]);
  expect(slips(at('2020-04-16T01:00Z'))[0]?.[2]).toContain('The event is dated 14 Apr 2020.');
  expect(rules(at('2020-04-13T22:00Z'))).toEqual([]);
});

test('half an hour a day, from 2015 to 2018, Pyongyang had the date of UTC and not that of Seoul', () => {
  const words = (localDate: string, launchTime: string) => slips({ localDate, ...at(launchTime) })[0]?.[2];
  expect(words('2017-04-15', '2017-04-15T15:10Z')).toBe(
    '15 Apr 2017, 15:10 UTC is 16 Apr 2017, 00:10 KST. The date fits UTC, and Pyongyang’s own clock of that time (UTC+8:30).',
  );
  expect(words('2017-04-15', '2017-04-15T15:40Z')).toContain('The date fits UTC only');
  expect(words('2018-05-05', '2018-05-05T15:10Z')).toContain('The date fits UTC only');
});

test('the date in UTC taken for the local one, which the first report gives away', () => {
  const form = { localDate: '2020-04-13', ...at('22:00', 'utc'), ...report('2020-04-14') };
  expect(slips(form)).toEqual([
    [
      'salvos.0.launchTime',
      'date-of-utc',
      'The first report is of 14 Apr 2020. As entered, the launch was at 12 Apr 2020, 22:00 UTC. If 13 Apr 2020 is the date in UTC, the local date is 14 Apr 2020.',
    ],
  ]);
  // The same launch entered on the local clock, the day that a claim was made, and the day that a report was published.
  expect(rules({ ...form, ...at('07:00') })).toEqual(['date-of-utc']);
  expect(rules({ localDate: '2020-04-13', ...at('07:00'), claims: [{ statedOn: '2020-04-14' }] })).toEqual([
    'date-of-utc',
  ]);
  // Right as it is: reported on the day; launched after nine in the morning; reported later still.
  expect(rules({ ...form, ...report('2020-04-13') })).toEqual([]);
  expect(rules({ ...form, ...at('09:30') })).toEqual([]);
  expect(rules({ ...form, ...report('2020-04-15') })).toEqual([]);
});

test('without any dated report, only a time that was given in UTC raises it', () => {
  expect(rules(at('22:00', 'utc'))).toEqual(['date-of-utc']);
  expect(rules(at('07:00'))).toEqual([]);
  expect(rules(at('05:00', 'utc'))).toEqual([]);
  expect(rules({ ...at('22:00', 'utc'), ...report('2020-04-14') })).toEqual([]);
});

test('nine hours from what an assessor gives, on either side of midnight', () => {
  const claiming = (time: string) => [{ assessor: 'ROK JCS', 'figures.launchTime': time }];
  expect(slips({ ...at('16:00'), claims: claiming('07:00') })).toEqual([
    [
      'salvos.0.launchTime',
      'claimed 2020-04-13T22:00Z',
      'ROK JCS gives 07:00 KST, 16:00 is entered: 9:00 hours, as between KST and UTC.',
    ],
  ]);
  expect(rules({ ...at('07:00'), claims: claiming('22:00') })).toEqual(['claimed 2020-04-14T13:00Z']);
  expect(rules({ ...at('16:03'), claims: claiming('07:00') })).toHaveLength(1);
  for (const time of ['07:00', '07:04', '08:00', '16:30', '06:30', ''])
    expect(rules({ ...at('07:00'), claims: claiming(time) })).toEqual([]);
});

test('a claim about another salvo is none about this one', () => {
  const salvos = [{ launchTime: '07:00' }, { launchTime: '16:00' }];
  const claims = [{ assessor: 'ROK JCS', 'figures.launchTime': '07:00' }];
  expect(rules({ salvos, claims })).toEqual([]);
});

test('Pyongyang’s clock, at UTC+8:30 from 15 August 2015 to 5 May 2018, half an hour or eight and a half away', () => {
  const claims = [{ assessor: 'KCNA', 'figures.launchTime': '06:00' }];
  const entered = (localDate: string, time: string) => rules({ localDate, ...at(time), claims }).length;
  for (const inside of ['2015-08-15', '2017-07-04', '2018-05-04']) {
    expect([inside, entered(inside, '06:30'), entered(inside, '14:30'), entered(inside, '15:00')]).toEqual([
      inside,
      1,
      1,
      1,
    ]);
    expect(entered(inside, '06:31')).toBe(0);
  }
  for (const outside of ['2015-08-14', '2018-05-05', '2020-04-14'])
    expect([
      outside,
      entered(outside, '06:30'),
      entered(outside, '14:30'),
      entered(outside, '15:00'),
    ]).toEqual([outside, 0, 0, 1]);
  const [slip] = slips({ localDate: '2017-07-04', ...at('06:30'), claims });
  expect(slip?.[2]).toContain('Pyongyang’s own clock of that time (UTC+8:30)');
});

test('each country by its own clock: five and a half hours in India', () => {
  const claims = [{ assessor: 'DRDO', 'figures.launchTime': '10:00' }];
  expect(rules({ country: 'IN', ...at('15:30'), claims })).toHaveLength(1);
  expect(rules({ country: 'IN', ...at('19:00'), claims })).toEqual([]);
});

test('a launch that has not been yet, and what it would have been on the other clock', () => {
  const now = new Date('2020-04-13T23:00:00Z'); // 08:00 in Korea
  expect(slips(at('07:00', 'utc'), now)).toEqual([
    [
      'salvos.0.launchTime',
      'still-to-come',
      '14 Apr 2020, 16:00 KST (14 Apr 2020, 07:00 UTC) has not been yet. Were 07:00 the time in KST, it would have been.',
    ],
  ]);
  expect(rules(at('07:00'), now)).toEqual([]);
  expect(rules(at('08:04'), now)).toEqual([]);
  expect(slips(at('23:00'), now)[0]?.[2]).toMatch(/has not been yet\.( Were 14:00|$)/);
});

test('without a time, a date, or a country with a clock of its own there is nothing to slip', () => {
  expect(rules(at(''))).toEqual([]);
  expect(rules(at('25:00'))).toEqual([]);
  expect(rules({ localDate: '', ...at('07:00') })).toEqual([]);
  expect(rules({ localDate: '2020-04', ...at('07:00') })).toEqual([]);
  expect(rules({ country: '', ...at('07:00', 'utc') })).toEqual([]);
});
