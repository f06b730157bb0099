import { expect, test, vi } from 'vitest';
import { tellEditors } from '@/app/events/actions';
import { emptyCorrection } from '@/lib/catalogue/reader-correction-form';
import { listWaitingCorrections } from '@/lib/catalogue/reader-corrections';
import { testDatabase } from '../../support/database';
import { recorded } from '../../support/factories';
import { request } from '../../support/next-request';

vi.mock('next/headers', async () => (await import('../../support/next-request')).nextHeaders);

testDatabase();

const typed = {
  text: 'Tokyo says two.',
  evidenceUrl: 'https://example.org/two',
  name: 'Rea Der',
  email: '',
};
function send(slug: string, fields: Record<string, string>, network = '203.0.113.7') {
  request.headers = new Headers({ 'x-forwarded-for': network });
  const form = new FormData();
  for (const [name, value] of Object.entries({ slug, ...fields })) form.set(name, value);
  return tellEditors(emptyCorrection, form);
}

test('what is wrong with the form stands at its fields, everything typed is there, and it is no attempt', async () => {
  const { slug } = await recorded();
  const slips = { ...typed, evidenceUrl: 'two', email: 'rea' };
  for (let n = 0; n < 8; n += 1)
    expect(await send(slug, slips)).toEqual({
      ...slips,
      sent: false,
      message: null,
      errors: {
        evidenceUrl: 'This is not a web address like https://example.org/report.',
        email: 'This is not an e-mail address.',
      },
    });
  expect(await send(slug, {})).toMatchObject({
    errors: { text: 'Please say what is wrong.', evidenceUrl: expect.any(String) },
  });
  expect(await listWaitingCorrections()).toEqual([]);
});

test('the sixth within an hour from one network is asked to wait, and loses nothing', async () => {
  const { slug } = await recorded();
  const several = Array.from({ length: 5 }, (_, n) => ({ ...typed, text: `Slip ${n}` }));
  for (const one of several) expect(await send(slug, one)).toMatchObject({ sent: true, name: 'Rea Der' });
  expect(await send(slug, typed)).toMatchObject({
    ...typed,
    sent: false,
    message: expect.stringMatching(/^That was tried too often\. Please try again in \d+ minutes\.$/),
  });
  expect(await send(slug, typed, '198.51.100.9')).toMatchObject({ sent: true });
  expect(await listWaitingCorrections()).toHaveLength(6);
});

test('a draft takes none', async () => {
  const { slug } = await recorded({ status: 'draft' });
  expect(await send(slug, typed, '198.51.100.10')).toMatchObject({
    ...typed,
    sent: false,
    message: expect.stringContaining('There is no event'),
  });
});
