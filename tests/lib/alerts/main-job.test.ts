import { expect, test } from 'vitest';
import { sendDueDeliveries } from '@/lib/alerts/deliver';
import { makeAlert } from '@/lib/alerts/make-alert';
import { loadStarterCatalogue } from '@/lib/catalogue/starter';
import { rowsOf, testDatabase } from '../../support/database';
import { recorded } from '../../support/factories';
import { testMailServer } from '../../support/smtp';
import { subscribed } from '../../support/subscribers';

testDatabase();
const server = testMailServer();

test('the event of 14 April 2020, on the catalogue of the day before, is mailed with what makes it news', async () => {
  const now = new Date('2020-04-14T06:00:00Z');
  await loadStarterCatalogue(now, { until: '2020-04-13' });
  const { subscriber } = await subscribed({ filter: { class: ['CM'] }, novelOnly: true });
  await recorded();
  const [job] = await rowsOf("SELECT payload FROM graphile_worker._private_jobs WHERE key LIKE 'alert:%'");
  expect(await makeAlert(job?.payload, now)).toBe(1);
  await sendDueDeliveries(now, 100);

  const mail = server().mailTo(subscriber.email)[0]?.mail;
  expect(mail?.subject).toBe('[PRELIMINARY] North Korea: cruise missiles, 14 Apr 2020, Munchon');
  expect(mail?.text).toContain('North Korea: first cruise missile launch since 8 June 2017 (1,041 days)');
  expect(mail?.html).toContain('North Korea: first cruise missile launch since 8 June 2017 (1,041 days)');
}, 60_000);
