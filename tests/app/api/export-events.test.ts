import * as XLSX from '@e965/xlsx';
import Papa from 'papaparse';
import { beforeAll, expect, test } from 'vitest';
import { GET } from '@/app/api/v1/events/route';
import { withdrawEvent } from '@/lib/catalogue/commands';
import { dataCredit, dataLicence } from '@/lib/catalogue/data-licence';
import { testDatabase } from '../../support/database';
import { added, aSystem, merged, on } from '../../support/entries';
import { people, recorded } from '../../support/factories';

testDatabase();

const nasty = '=HYPERLINK("https://example.org","x")';

beforeAll(async () => {
  await recorded({ notes: nasty });
  await recorded({
    localDate: '1984-09',
    status: 'confirmed',
    salvos: [
      {
        class: 'SRBM',
        site: null,
        siteText: null,
        launchedAt: null,
        distanceKm: null,
        countText: null,
        countMax: 3,
      },
    ],
  });
  await recorded({
    localDate: '2017-07-04',
    status: 'disputed',
    salvos: [
      {
        class: 'ICBM',
        system: 'hwasong-14',
        site: 'panghyon',
        countMin: 1,
        countMax: 1,
        countText: null,
        distanceKm: 933,
        apogeeKm: 2802,
        outcome: 'success',
      },
      { class: 'SRBM', site: null, siteText: 'near =Kusong', countMin: 2, countMax: 2, countText: null },
    ],
  });
  await recorded({ localDate: '2019-05-04' });
  const change = { actor: people.editor, reason: 'It was artillery.', holdSeconds: 0 };
  await withdrawEvent('kp-2019-05-04', 'It was artillery.', change);
});

async function get(query: string, headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost:3000/api/v1/events?${query}`, { headers });
  const response = await GET(request, { params: Promise.resolve({}) });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

type Row = Record<string, string>;
async function csv(query: string): Promise<{ columns: string[]; rows: Row[]; text: string }> {
  const text = (await get(`format=csv&${query}`)).bytes.toString('utf8');
  const { data, meta } = Papa.parse<Row>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  return { columns: meta.fields ?? [], rows: data, text };
}

const today = new Date().toISOString().slice(0, 10);

test.each([
  ['csv', 'text/csv; charset=utf-8; header=present'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['geojson', 'application/geo+json'],
  ['json&limit=all', 'application/json'],
])('format=%s is a file with a telling name, and is not sent twice', async (format, type) => {
  const { headers, status } = await get(`country=KP&class=ICBM&format=${format}`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe(type);
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="apogee-events-kp-icbm-${today}.${format.split('&')[0]}"`,
  );
  const etag = headers.get('etag') ?? '';
  expect(etag).toMatch(/^"v\d+-\d{4}-\d\d-\d\d-[\w-]+"$/);
  const again = await get(`country=KP&class=ICBM&format=${format}`, { 'if-none-match': etag });
  expect(again).toMatchObject({ status: 304, bytes: Buffer.alloc(0) });
});

test('CSV: a row a salvo, dates as they are known, unknown as nothing, every status but draft', async () => {
  const { rows, columns, text } = await csv('sort=localDate');
  expect(text.startsWith('\uFEFFevent,country,localDate,status,')).toBe(true);
  expect(text.split('\r\n').at(-1)).toBe('');
  expect(rows.map(({ event, localDate, status, salvo }) => [event, localDate, status, salvo])).toEqual([
    ['kp-1984-09', '1984-09', 'confirmed', '1'],
    ['kp-2017-07-04', '2017-07-04', 'disputed', '1'],
    ['kp-2017-07-04', '2017-07-04', 'disputed', '2'],
    ['kp-2019-05-04', '2019-05-04', 'withdrawn', '1'],
    ['kp-2020-04-14', '2020-04-14', 'preliminary', '1'],
  ]);
  expect(rows[0]).toMatchObject({ countMin: '1', countMax: '3', distanceKm: '', site: '', launchedAt: '' });
  expect(rows[1]).toMatchObject({ systemName: 'Hwasong-14', siteName: 'Panghyon', apogeeKm: '2802' });
  expect(rows[3]).toMatchObject({ statusReason: 'It was artillery.' });
  expect(rows[4]).toMatchObject({ countMin: '1', countMax: '', countText: 'several', notes: `'${nasty}` });
  expect(rows[0]?.about).toContain(dataLicence);
  expect(rows.slice(1).map(({ about }) => about)).toEqual(['', '', '', '']);
  expect(columns.slice(-2)).toEqual(['fitsFilter', 'about']);
});

test('CSV: the filter narrows it, whole events are in it, and what fits is marked', async () => {
  const { rows } = await csv('class=ICBM');
  expect(rows.map(({ class: id, fitsFilter }) => [id, fitsFilter])).toEqual([
    ['ICBM', 'true'],
    ['SRBM', 'false'],
  ]);
  expect(rows[0]?.about).toContain('Contents: 1 round, 1 missile. | Filter: Class: ICBM. | Link: http');
  expect((await csv('limit=1')).rows).toHaveLength(1);
});

test('the list as it was known carries what was known, and says when that was', async () => {
  const { rows } = await csv('asKnownOn=2001-01-01');
  expect(rows).toEqual([]);
  const known = await csv(`asKnownOn=${today}&accordingTo=ROK%20JCS`);
  expect(known.rows.length).toBeGreaterThan(0);
  expect(known.rows[0]?.about).toContain(`As known on: ${today} (UTC)`);
  expect(known.rows[0]?.about).toContain('With the figures of ROK JCS alone.');
});

test('XLSX: the four sheets of the own form and what the file says of itself, as another reader sees them', async () => {
  const { bytes } = await get('format=xlsx&sort=localDate');
  const workbook = XLSX.read(bytes);
  expect(workbook.SheetNames).toEqual(['Events', 'Salvos', 'Assessments', 'Citations', 'About']);
  const rowsOf = (name: string) =>
    XLSX.utils.sheet_to_json<Record<string, unknown>>(workbook.Sheets[name] as XLSX.WorkSheet);
  expect(rowsOf('Events').map(({ event, localDate, status }) => [event, localDate, status])).toEqual([
    ['kp-1984-09', '1984-09', 'confirmed'],
    ['kp-2017-07-04', '2017-07-04', 'disputed'],
    ['kp-2019-05-04', '2019-05-04', 'withdrawn'],
    ['kp-2020-04-14', '2020-04-14', 'preliminary'],
  ]);
  expect(rowsOf('Salvos')[1]).toMatchObject({
    event: 'kp-2017-07-04',
    salvo: 1,
    apogeeKm: 2802,
    fitsFilter: true,
  });
  expect(rowsOf('Salvos')[0]).not.toHaveProperty('distanceKm');
  expect(rowsOf('Assessments')).toHaveLength(4);
  const about = XLSX.utils.sheet_to_json<string[]>(workbook.Sheets.About as XLSX.WorkSheet, { header: 1 });
  expect(Object.fromEntries(about)).toMatchObject({
    Contents: '3 rounds, at least 5 missiles. 1 withdrawn round is listed, but not counted.',
    Filter: 'Everything in the catalogue.',
    Days: expect.stringContaining('Asia/Seoul'),
    'What is counted': expect.stringContaining('(≥)'),
    Licence: dataLicence,
    Credit: dataCredit,
  });
});

test('JSON: all events as the API gives them, with what the file says of itself', async () => {
  const body = JSON.parse((await get('format=json&limit=all&status=withdrawn,disputed')).bytes.toString());
  expect(body).toMatchObject({
    version: expect.any(Number),
    total: 2,
    next: null,
    about: {
      filter: 'Status: withdrawn or disputed.',
      licence: dataLicence,
      credit: dataCredit,
      knownOn: today,
      catalogueVersion: body.version,
    },
  });
  expect(body.events.map(({ slug }: { slug: string }) => slug)).toEqual(['kp-2019-05-04', 'kp-2017-07-04']);
  const page = JSON.parse((await get('format=json')).bytes.toString());
  expect(page.events).toHaveLength(4);
  expect(page.about).toMatchObject({ knownOn: today, licence: dataLicence, contents: expect.any(String) });
  expect(JSON.parse((await get('')).bytes.toString())).not.toHaveProperty('about');
});

test('GeoJSON: a feature a salvo, at its launch site or nowhere, and no paths', async () => {
  const body = JSON.parse((await get('format=geojson')).bytes.toString());
  expect(body).toMatchObject({ type: 'FeatureCollection', about: { licence: dataLicence } });
  expect(body.features).toHaveLength(5);
  for (const feature of body.features) {
    expect(Object.keys(feature).sort()).toEqual(['geometry', 'id', 'properties', 'type']);
    expect(feature.type).toBe('Feature');
    if (feature.geometry === null) continue;
    expect(feature.geometry.type).toBe('Point');
    const [longitude, latitude, ...more] = feature.geometry.coordinates;
    expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
    expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
    expect(more).toEqual([]);
  }
  const byId = new Map(body.features.map((feature: { id: string }) => [feature.id, feature]));
  expect(byId.size).toBe(5);
  expect(byId.get('kp-2017-07-04#2')).toMatchObject({
    geometry: null,
    properties: { positionPrecision: null },
  });
  expect(byId.get('kp-2017-07-04#1')).toMatchObject({
    // Panghyon lies at about 40° north and 125° east.
    geometry: { coordinates: [expect.closeTo(125.2, 0), expect.closeTo(39.9, 0)] },
    properties: {
      systemName: 'Hwasong-14',
      apogeeKm: 2802,
      positionPrecision: expect.any(String),
      status: 'disputed',
    },
  });
});

test('nothing found is an empty file of each format', async () => {
  const none = 'class=SLV';
  const { rows, columns } = await csv(none);
  expect(rows).toEqual([]);
  expect(columns.length).toBeGreaterThan(10);
  const workbook = XLSX.read((await get(`format=xlsx&${none}`)).bytes);
  expect(XLSX.utils.sheet_to_json(workbook.Sheets.Events as XLSX.WorkSheet)).toEqual([]);
  expect(JSON.parse((await get(`format=geojson&${none}`)).bytes.toString()).features).toEqual([]);
  expect(JSON.parse((await get(`format=json&limit=all&${none}`)).bytes.toString())).toMatchObject({
    total: 0,
    events: [],
    about: { contents: '0 rounds, 0 missiles.' },
  });
});

test('an id that was merged away marks what it stands for now', async () => {
  await added('system', aSystem({ name: 'Pulhwasal-1' }));
  await added('system', aSystem({ name: 'Pulhwasal-2' }));
  await recorded({ localDate: '2021-01-22', salvos: [{ system: 'pulhwasal-1' }, { system: 'scud-b' }] });
  await merged('system', 'pulhwasal-1', 'pulhwasal-2', on(today));
  const { rows } = await csv('system=pulhwasal-1');
  expect(rows.map(({ system, fitsFilter }) => [system, fitsFilter])).toEqual([
    ['pulhwasal-2', 'true'],
    ['scud-b', 'false'],
  ]);
});
