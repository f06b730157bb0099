import { beforeAll, expect, test } from 'vitest';
import { recordEvent } from '@/lib/catalogue/commands';
import { findMissingEvent } from '@/lib/catalogue/event-address';
import { readMissing, writeMissing } from '@/lib/http/missing-page';
import { correctedEvents } from '../../support/corrected-events';
import { testDatabase } from '../../support/database';
import { anEvent, people } from '../../support/factories';

testDatabase();
beforeAll(async () => {
  await correctedEvents();
  const change = { actor: people.editor, reason: 'x', holdSeconds: null };
  await recordEvent(anEvent({ localDate: '2021-01-01', status: 'draft' }), change);
});

const missingAt = (address: string) => findMissingEvent(new URL(address, 'http://localhost'));

test.each([
  '/events',
  '/events/kp-2020-04-14',
  '/events/KP-2020-04-14/?utm_source=x',
  '/events/kp-2020-04-14?asKnownOn=2026-05-01',
  '/events/kp-2020-04-14?asKnownOn=2026-05-12&accordingTo=Japan+MOD',
  '/events/kp-2020-04-14?asKnownOn=no+date',
  '/events/kp-2020-03-29?asKnownOn=2026-05-20',
])('there is something at %s', async (address) => {
  expect(await missingAt(address)).toBeNull();
});

test.each([
  '/events/kp-2021-01-01',
  '/events/kp-2021-01-01?asKnownOn=2026-05-01',
  '/events/a%2Fb',
  '/events/%00',
])('there is no event at %s, from wherever it is looked at', async (address) => {
  expect(await missingAt(address)).toMatchObject({ standpoint: null });
});

test('an event that was not on record yet, or of which an assessor said nothing, is told apart from none', async () => {
  expect(await missingAt('/events/KP-2020-03-29?asKnownOn=2026-05-04')).toEqual({
    slug: 'kp-2020-03-29',
    standpoint: { asKnownOn: '2026-05-04' },
  });
  expect(await missingAt('/events/kp-2020-03-29?accordingTo=ROK+JCS')).toEqual({
    slug: 'kp-2020-03-29',
    standpoint: { accordingTo: 'ROK JCS' },
  });
  expect(await missingAt('/events/kp-2020-04-14?asKnownOn=2026-05-11&accordingTo=Japan+MOD')).toMatchObject({
    standpoint: { asKnownOn: '2026-05-11', accordingTo: 'Japan MOD' },
  });
});

test('what is missing survives the way through a header, whatever the assessor is called', () => {
  for (const missing of [
    { slug: 'kp-2020-04-14', standpoint: { asKnownOn: '2026-05-11', accordingTo: '合同参謀本部 & Söhne=1' } },
    { slug: 'a%2Fb', standpoint: null },
  ]) {
    const header = writeMissing(missing);
    expect(header).toMatch(/^[\x21-\x7e]+$/);
    expect(readMissing(header)).toEqual(missing);
  }
  expect(readMissing(null)).toBeNull();
});
