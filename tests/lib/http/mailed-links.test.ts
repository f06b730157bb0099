import { expect, test } from 'vitest';
import { isMailedLinkHandler, mailedLinkTarget } from '@/lib/http/mailed-links';
import { randomToken } from '@/lib/secrets';

const token = randomToken();

test('a POST to each kind of mailed link has a handler', () => {
  expect(mailedLinkTarget(`/subscribe/confirm/${token}`)).toBe(`/api/mailed-links/confirm/${token}`);
  expect(mailedLinkTarget(`/alerts/${token}`)).toBe(`/api/mailed-links/subscriber/${token}`);
  expect(mailedLinkTarget(`/alerts/${token}/unsubscribe/17`)).toBe(
    `/api/mailed-links/unsubscribe/${token}/17`,
  );
});

test.each([
  '/subscribe',
  '/subscribe/confirm',
  '/subscribe/confirm/short',
  `/subscribe/confirm/${token}/more`,
  `/subscribe/confirm/..%2F${token}`,
  `/alerts/${token}/unsubscribe/x`,
  `/desk/alerts/${token}`,
  `/alerts/${token}?x`,
])('%s is no mailed link', (pathname) => {
  expect(mailedLinkTarget(pathname)).toBeUndefined();
});

test('the handlers are known as such', () => {
  expect(isMailedLinkHandler(`/api/mailed-links/confirm/${token}`)).toBe(true);
  expect(isMailedLinkHandler('/api/mailed-links')).toBe(true);
  expect(isMailedLinkHandler('/api/v1/events')).toBe(false);
});
