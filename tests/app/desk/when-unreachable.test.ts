import { expect, test } from 'vitest';
import { whenUnreachable } from '@/components/ui/when-unreachable';

const sent = new FormData();
const answered = (thrown: unknown) =>
  whenUnreachable<string>(
    async () => {
      throw thrown;
    },
    (before) => `${before}, and the server cannot be reached`,
  )('typed', sent);

test('a request that finds no server is answered in the form', async () => {
  expect(await answered(new TypeError('Failed to fetch'))).toBe('typed, and the server cannot be reached');
});

test('a redirect, and what failed on the server, are not taken for a lost connection', async () => {
  const redirect = Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;push;/desk;307;' });
  await expect(answered(redirect)).rejects.toBe(redirect);
  const failure = Object.assign(new TypeError('x is not a function'), { digest: '12345' });
  await expect(answered(failure)).rejects.toBe(failure);
});

test('what the server answers is the answer', async () => {
  const action = whenUnreachable<string>(
    async (before) => `${before} saved`,
    () => 'lost',
  );
  expect(await action('typed', sent)).toBe('typed saved');
});
