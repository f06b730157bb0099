import { expect, inject, it } from 'vitest';

const baseUrl = inject('baseUrl');

/** What a reader without JavaScript sees. */
async function seen(path: string) {
  const response = await fetch(baseUrl + path);
  const main = /<main[^>]*>.*<\/main>/s.exec(await response.text())?.[0] ?? '';
  return { status: response.status, words: main.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}

it.each(['/events/UNKNOWN', '/events/kp-1900-01-01', '/events/%20', '/events/a%2Fb'])(
  'an event that is not there has its page and the status 404 without JavaScript: %s',
  async (path) => {
    const { status, words } = await seen(path);
    expect(status).toBe(404);
    expect(words).toContain('There is no such event');
    expect(words).toContain('Look for it by its date');
  },
);

it('other addresses that lead nowhere, and events that are there, are told apart from it', async () => {
  expect(await seen('/nowhere')).toMatchObject({
    status: 404,
    words: expect.stringContaining('There is no such page'),
  });
  expect(await seen('/events/KP-2020-04-14')).toMatchObject({
    status: 200,
    words: expect.stringContaining('Munchon'),
  });
});

it('the way to alerts from a filtered table is a form that is filled in without JavaScript', async () => {
  const page = await (await fetch(`${baseUrl}/subscribe?country=KP&class=CM`)).text();
  expect(page).toMatch(
    /name="class"[^>]*checked=""[^>]*value="CM"|name="class"[^>]*value="CM"[^>]*checked=""/,
  );
  expect(page).toContain('tests of cruise missiles by North Korea');
});
