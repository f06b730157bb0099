import { expect, test } from 'vitest';
import { judgeFailure } from '@/lib/mail/failures';

const failure = (command: string, responseCode: number, response: string) =>
  Object.assign(new Error(response), { command, responseCode, response });

test.each([
  ['RCPT TO', 550, '550 No such user', { kind: 'permanent', addressIsBad: true }],
  ['RCPT TO', 550, '550 5.1.1 User unknown', { kind: 'permanent', addressIsBad: true }],
  ['RCPT TO', 554, '554 5.7.1 Relay access denied', { kind: 'permanent', addressIsBad: false }],
  ['RCPT TO', 552, '552 5.2.2 Mailbox full', { kind: 'permanent', addressIsBad: false }],
  ['DATA', 554, '554 Message refused', { kind: 'permanent', addressIsBad: false }],
  ['DATA', 550, '550 5.1.1 No such user', { kind: 'permanent', addressIsBad: true }],
  ['RCPT TO', 451, '451 Greylisted', { kind: 'temporary' }],
  ['RCPT TO', 421, '421 Closing', { kind: 'server' }],
  ['MAIL FROM', 550, '550 Sender refused', { kind: 'server' }],
  ['AUTH PLAIN', 535, '535 Wrong password', { kind: 'server' }],
])('%s answered %i: %s', (command, code, words, expected) => {
  expect(judgeFailure(failure(command, code, words))).toMatchObject(expected);
});

test('a connection that fails is nobody’s fault', () => {
  const error = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ESOCKET', command: 'CONN' });
  expect(judgeFailure(error)).toMatchObject({ kind: 'server' });
});
