import { expect, test } from 'vitest';
import { discardDraft, editEvent, publishEvent, recallEvent, recordEvent } from '@/lib/catalogue/commands';
import { catalogueVersion, getEvent, getEventAtDesk } from '@/lib/catalogue/queries';
import { db } from '@/lib/db/client';
import { rowsOf, testDatabase } from '../../support/database';
import { aCitation, anEvent, people } from '../../support/factories';

testDatabase();

const now = new Date('2026-11-01T12:00:00Z');
const change = (actor = people.editor) => ({ actor, reason: 'first report', now, holdSeconds: 120 });

test('recording writes rows, revision, version and the held job of the alert in one transaction', async () => {
  const before = await catalogueVersion();
  const { event, alertAt } = await recordEvent(anEvent(), change());
  expect(event.slug).toBe('kp-2020-04-14');
  expect(event.title).toBe('North Korea: cruise missiles, 14 Apr 2020, Munchon');
  expect(event.missiles).toEqual({ min: 1, max: null, text: 'several' });
  expect(event.salvos[0]?.sources).toMatchObject({ distanceKm: 0, class: 0 });
  expect(alertAt).toEqual(new Date('2026-11-01T12:02:00Z'));
  expect(await catalogueVersion()).toBe(before + 1);
  expect(await db().revision.count()).toBe(1);
  expect(await rowsOf('SELECT run_at FROM graphile_worker.jobs')).toEqual([{ run_at: alertAt }]);
});

test('times are kept exactly in a database whose session is not in UTC', async () => {
  const rows = await rowsOf(
    "SELECT launched_at AT TIME ZONE 'UTC' = '2020-04-13 22:00' AS exact, current_setting('timezone') AS zone FROM salvos",
  );
  expect(rows).toEqual([{ exact: true, zone: 'America/New_York' }]);
  expect((await getEvent('kp-2020-04-14')).salvos[0]?.launchedAt).toBe('2020-04-13T22:00:00.000Z');
});

test('a second round of the same day gets a slug of its own', async () => {
  const { event } = await recordEvent(anEvent(), change());
  expect(event.slug).toBe('kp-2020-04-14-2');
});

test('one mistake in the last part leaves nothing behind', async () => {
  const before = await rowsOf(
    'SELECT (SELECT count(*) FROM events) AS events, (SELECT version FROM catalogue) AS version',
  );
  const wrong = anEvent({ salvos: [{}, { system: 'no-such-system' }] });
  await expect(recordEvent(wrong, change())).rejects.toMatchObject({
    code: 'invalid',
    errors: [{ path: 'salvos.1.system', message: '"no-such-system" is no system of the catalogue.' }],
  });
  expect(
    await rowsOf(
      'SELECT (SELECT count(*) FROM events) AS events, (SELECT version FROM catalogue) AS version',
    ),
  ).toEqual(before);
});

test('a day that has not come yet in the country is refused at its field', async () => {
  const tomorrow = anEvent({ localDate: '2026-11-02' });
  await expect(recordEvent(tomorrow, change())).rejects.toMatchObject({
    errors: [{ path: 'localDate', message: 'This day has not come yet in North Korea.' }],
  });
  const tonight = { ...change(), now: new Date('2026-11-01T15:00:00Z') }; // midnight in Seoul
  await expect(recordEvent(tomorrow, tonight)).resolves.toMatchObject({ event: { slug: 'kp-2026-11-02' } });
});

test('a launch or a report of a day to come, or of a year that cannot be, is refused at its field', async () => {
  const [assessment] = anEvent().assessments ?? [];
  const stated = (statedOn: string) =>
    anEvent({ assessments: [{ text: 'said', assessor: 'KCNA', statedOn }] });
  for (const [wrong, path, message] of [
    [anEvent({ salvos: [{ launchedAt: '9999-12-31T23:59Z' }] }), 'salvos.0.launchedAt', 'come'],
    [anEvent({ salvos: [{ launchedAt: '0000-01-01T00:00Z' }] }), 'salvos.0.launchedAt', '1900'],
    [stated('2026-11-03'), 'assessments.0.statedOn', 'come'],
    [stated('0000-01-01'), 'assessments.0.statedOn', '1900'],
    [
      anEvent({
        assessments: assessment
          ? [{ ...assessment, citation: { ...aCitation, publishedOn: '2027-01-01' } }]
          : [],
      }),
      'assessments.0.citation.publishedOn',
      'come',
    ],
    [
      anEvent({ citations: [{ publisher: 'NHK', url: 'https://nhk.jp/1', publishedOn: '2027-01-01' }] }),
      'citations.0.publishedOn',
      'come',
    ],
  ] as const) {
    await expect(recordEvent(wrong, change())).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path, message: expect.stringContaining(message) }],
    });
  }
  // Somewhere it is the next day already.
  await expect(recordEvent(stated('2026-11-02'), change())).resolves.toBeTruthy();
});

test('a precision that the date does not have is refused, a coarser one shortens the date', async () => {
  const given = (localDate: string, datePrecision: 'day' | 'month' | 'year') =>
    recordEvent(anEvent({ localDate, datePrecision }), change());
  await expect(given('2013', 'day')).rejects.toMatchObject({ errors: [{ path: 'datePrecision' }] });
  await expect(given('2013-05', 'day')).rejects.toMatchObject({ errors: [{ path: 'datePrecision' }] });
  expect((await given('2013-05-06', 'month')).event).toMatchObject({
    localDate: '2013-05',
    slug: 'kp-2013-05',
  });
});

test('a draft is edited, published, recalled during the hold, and then not twice', async () => {
  const analyst = change(people.analyst);
  const { event: draft } = await recordEvent(anEvent({ localDate: '2021-03-21', status: 'draft' }), analyst);
  const { event: edited } = await editEvent(
    draft.slug,
    1,
    anEvent({ localDate: '2021-03-22', status: 'draft', salvos: [{ countMin: 2 }] }),
    analyst,
  );
  expect(edited).toMatchObject({ slug: 'kp-2021-03-22', revision: 2, missiles: { min: 2 } });
  await expect(editEvent(edited.slug, 1, anEvent({ status: 'draft' }), analyst)).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(publishEvent(edited.slug, 'preliminary', analyst)).rejects.toMatchObject({
    code: 'forbidden',
  });

  await publishEvent(edited.slug, 'preliminary', change());
  expect(await getEvent(edited.slug)).toMatchObject({ status: 'preliminary', revision: 3 });
  await recallEvent(edited.slug, change());
  await expect(getEvent(edited.slug)).rejects.toMatchObject({ code: 'not-found' });
  expect(await getEventAtDesk(edited.slug)).toMatchObject({ status: 'draft', revision: 4 });
  await expect(recallEvent(edited.slug, change())).rejects.toMatchObject({ code: 'gone' });
  await expect(discardDraft(edited.slug, analyst)).rejects.toMatchObject({ code: 'conflict' });
});

test('a draft is not published as somebody else has changed it meanwhile', async () => {
  const { event } = await recordEvent(anEvent({ localDate: '2021-04-21', status: 'draft' }), change());
  const edited = anEvent({ localDate: '2021-04-21', status: 'draft', notes: 'Not read by the editor.' });
  await editEvent(event.slug, 1, edited, change());
  await expect(publishEvent(event.slug, 'confirmed', change(), 1)).rejects.toMatchObject({
    code: 'conflict',
  });
  expect((await publishEvent(event.slug, 'confirmed', change(), 2)).event.status).toBe('confirmed');
});

test('a draft that nobody has seen can be discarded', async () => {
  const { event } = await recordEvent(
    anEvent({ localDate: '2022-01-01', status: 'draft' }),
    change(people.analyst),
  );
  await discardDraft(event.slug, change(people.analyst));
  await expect(getEventAtDesk(event.slug)).rejects.toMatchObject({ code: 'not-found' });
});

test('publishing a draft without any source is refused', async () => {
  const { event } = await recordEvent(
    anEvent({ localDate: '2022-02-02', status: 'draft', assessments: [] }),
    change(),
  );
  await expect(publishEvent(event.slug, 'confirmed', change())).rejects.toMatchObject({
    errors: [expect.objectContaining({ path: 'citations' })],
  });
});

test('the same report behind two claims is one citation', async () => {
  const twice = [1, 2].map((n) => ({ assessor: `Assessor ${n}`, text: 'said so', citation: aCitation }));
  const { event } = await recordEvent(anEvent({ localDate: '2023-01-01', assessments: twice }), change());
  expect(event.citations).toHaveLength(1);
  expect(event.assessments.map((assessment) => assessment.citation?.url)).toEqual([
    aCitation.url,
    aCitation.url,
  ]);
});

test('the database itself refuses impossible figures, and changes to revisions', async () => {
  await expect(rowsOf('UPDATE salvos SET count_min = 0')).rejects.toThrow(/salvos_count_min/);
  await expect(rowsOf('UPDATE salvos SET count_min = 5, count_max = 4')).rejects.toThrow(/salvos_count_max/);
  await expect(rowsOf('UPDATE salvos SET distance_km = -1')).rejects.toThrow(/salvos_distance/);
  await expect(rowsOf("UPDATE events SET status = 'nonsense'")).rejects.toThrow(/event_status/);
  await expect(rowsOf("UPDATE events SET slug = 'kp-2020-04-14'")).rejects.toThrow(/events_slug_key/);
  await expect(rowsOf("UPDATE revisions SET reason = ''")).rejects.toThrow(/append-only/);
  await expect(rowsOf('DELETE FROM revisions')).rejects.toThrow(/append-only/);
  await expect(rowsOf("DELETE FROM events WHERE status <> 'draft'")).rejects.toThrow(/never deleted/);
});
