import { addAssessment, type Change, editEvent, recordEvent, withdrawEvent } from '@/lib/catalogue/commands';
import { getEvent } from '@/lib/catalogue/queries';
import { anEvent, people } from './factories';

const on = (day: string, reason: string): Change => ({
  actor: people.editor,
  reason,
  now: new Date(`${day}T12:00:00Z`),
  holdSeconds: null,
});

/**
 * A catalogue with a past of its own, in days of May 2026: on the 1st `kp-2020-04-14` is recorded with 150 km; on the 5th
 * `kp-2020-03-29`, two missiles; on the 10th the first is corrected to 200 km, and, later that day, gets a note; on the 12th
 * Japan's claim of 230 km is added to it; on the 15th the second is withdrawn.
 */
export async function correctedEvents(): Promise<void> {
  await recordEvent(anEvent(), on('2026-05-01', 'first report'));
  await recordEvent(
    anEvent({
      localDate: '2020-03-29',
      salvos: [{ class: 'SRBM', site: 'sunan', countMin: 2, countMax: 2, countText: null, launchedAt: null }],
      assessments: [],
      citations: [{ publisher: 'Yonhap', url: 'https://example.org/march' }],
    }),
    on('2026-05-05', 'first report'),
  );
  const slug = 'kp-2020-04-14';
  const first = await getEvent(slug);
  const corrected = {
    ...first,
    salvos: first.salvos.map((salvo) => ({ ...salvo, distanceKm: 200, sources: {} })),
  };
  await editEvent(slug, 1, corrected, on('2026-05-10', 'The final figure.'));
  const { now: _, ...later } = on('2026-05-10', 'A note.');
  await editEvent(
    slug,
    2,
    { ...corrected, notes: 'At dawn.' },
    { ...later, now: new Date('2026-05-10T23:59:59Z') },
  );
  const claim = {
    assessor: 'Japan MOD',
    statedOn: '2020-04-15',
    text: 'It flew about 230 km.',
    hedge: 'about',
    figures: { distanceKm: 230 },
  };
  await addAssessment(slug, claim, on('2026-05-12', 'Japan spoke as well.'));
  await withdrawEvent('kp-2020-03-29', 'Artillery.', on('2026-05-15', 'The ministry’s paper.'));
}
