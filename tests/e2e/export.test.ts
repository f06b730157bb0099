import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import Papa from 'papaparse';
import { expect, inject, it } from 'vitest';
import { openBrowser } from './support/browser';

const baseUrl = inject('baseUrl');

it('the table and the dashboard offer what they show as files, with the filter, without JavaScript', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage({ javaScriptEnabled: false });
  const download = async (format: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `these events as ${format}`, exact: true }).click(),
    ]);
    return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
  };

  await page.goto(`${baseUrl}/events?country=KP&class=ICBM&to=2020-12-31&sort=localDate`);
  const csv = await download('CSV');
  expect(csv.name).toMatch(/^apogee-events-kp-icbm-to-2020-12-31-\d{4}-\d\d-\d\d\.csv$/);
  const { data } = Papa.parse<Record<string, string>>(csv.content.toString().replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data.map(({ event, class: id }) => [event, id])).toEqual([
    ['kp-2017-07-04', 'ICBM'],
    ['kp-2017-07-28', 'ICBM'],
    ['kp-2017-11-29', 'ICBM'],
  ]);
  expect(data[0]?.about).toContain('Contents: 3 rounds, 3 missiles.');
  expect(data[0]?.about).toContain(`Link: ${baseUrl}/events?country=KP&class=ICBM&to=2020-12-31`);

  const workbook = XLSX.read((await download('XLSX')).content);
  expect(XLSX.utils.sheet_to_json(workbook.Sheets.Events as XLSX.WorkSheet)).toHaveLength(3);

  await page.goto(`${baseUrl}/?country=KP&class=ICBM&to=2020-12-31`);
  expect(JSON.parse((await download('JSON')).content.toString())).toMatchObject({ total: 3, next: null });
  const { features } = JSON.parse((await download('GeoJSON')).content.toString());
  expect(features).toHaveLength(3);
  await browser.close();
});
