import { expect, test } from 'vitest';
import { createAccount, removeAccount, setPassword, setRole } from '@/lib/auth/accounts';
import { actorOf } from '@/lib/auth/actor';
import { auth } from '@/lib/auth/auth';
import { signIn, signOut } from '@/lib/auth/sign-in';
import { anonymous } from '@/lib/catalogue/permissions';
import { rowsOf, testDatabase } from '../../support/database';
import { signedIn } from '../../support/sign-in';

testDatabase();

const ana = {
  name: 'Ana Lyst',
  email: 'ana@example.org',
  password: 'correct horse battery',
  role: 'analyst',
};

test('an account signs in, is read from its cookie, and signs out', async () => {
  await createAccount(ana);
  const headers = await signedIn(ana);
  expect(await actorOf(headers)).toMatchObject({ kind: 'user', name: 'Ana Lyst', role: 'analyst' });
  await signOut(headers);
  expect(await actorOf(headers)).toEqual(anonymous);
  expect(await rowsOf('SELECT id FROM sessions')).toEqual([]);
});

test("the cookie's token is nowhere in the database", async () => {
  const headers = await signedIn(ana);
  const token = decodeURIComponent(headers.get('cookie')?.split('=')[1] ?? '').split('.')[0] ?? '';
  expect(token.length).toBeGreaterThan(20);
  const rows = await rowsOf('SELECT token FROM sessions');
  expect(rows).toEqual([{ token: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  expect(JSON.stringify(await rowsOf('SELECT * FROM sessions'))).not.toContain(token);
  const stolen = new Headers({ cookie: `apogee.session_token=${rows[0]?.token}` });
  expect(await actorOf(stolen)).toEqual(anonymous);
});

test('the cookie cannot be read by scripts, and is not sent along from other sites', async () => {
  const response = await auth().api.signInEmail({ body: ana, asResponse: true });
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/apogee\.session_token=.+HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
});

test('a wrong address and a wrong password get the same sentence', async () => {
  const sentence = { code: 'unauthenticated', message: 'The address or the password is wrong.' };
  await expect(signIn(ana.email, 'wrong horse battery', new Headers())).rejects.toMatchObject(sentence);
  await expect(signIn('nobody@example.org', ana.password, new Headers())).rejects.toMatchObject(sentence);
  await expect(signIn('no address', ana.password, new Headers())).rejects.toMatchObject(sentence);
});

test('guessing is stopped after ten tries, for the right password too', async () => {
  const guess = (password: string) => signIn('guessed@example.org', password, new Headers());
  await createAccount({ ...ana, email: 'guessed@example.org' });
  for (let n = 0; n < 10; n += 1)
    await expect(guess('wrong')).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(guess(ana.password)).rejects.toMatchObject({ code: 'too-many' });
});

test('nobody signs up by the library', async () => {
  await expect(
    auth().api.signUpEmail({ body: { ...ana, email: 'new@example.org', role: undefined } as never }),
  ).rejects.toThrow();
  expect(await rowsOf("SELECT id FROM users WHERE email = 'new@example.org'")).toEqual([]);
});

test('a new role holds from the next request on, a new password ends the sessions', async () => {
  const headers = await signedIn(ana);
  await setRole(ana.email, 'editor');
  expect(await actorOf(headers)).toMatchObject({ role: 'editor' });
  await setPassword(ana.email, 'another long password');
  expect(await actorOf(headers)).toEqual(anonymous);
  const again = await signedIn({ ...ana, password: 'another long password' });
  await removeAccount('ANA@example.org');
  expect(await actorOf(again)).toEqual(anonymous);
});

test('accounts are refused with one sentence a mistake', async () => {
  await expect(createAccount({ ...ana, password: 'short' })).rejects.toMatchObject({
    errors: [{ path: 'password', message: 'Please take at least 12 characters: a few words will do.' }],
  });
  await expect(createAccount({ ...ana, email: 'nonsense' })).rejects.toMatchObject({
    errors: [{ path: 'email', message: 'This is not an e-mail address.' }],
  });
  await expect(createAccount({ ...ana, role: 'owner' })).rejects.toMatchObject({ code: 'invalid' });
  await createAccount({ ...ana, email: 'twice@example.org' });
  await expect(createAccount({ ...ana, email: 'Twice@example.org' })).rejects.toMatchObject({
    errors: [{ path: 'email' }],
  });
  await expect(setRole('nobody@example.org', 'editor')).rejects.toMatchObject({ code: 'not-found' });
});
