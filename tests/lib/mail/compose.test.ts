import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { beforeAll, expect, test } from 'vitest';
import { composeMail, escapeHtml, placeholder } from '@/lib/mail/compose';
import { setMailEnv } from '../../support/smtp';

beforeAll(() => setMailEnv({}));

const now = new Date('2026-11-01T12:00:00Z');
const copy = { to: 'ana@example.org', messageKey: 'delivery-1' };

test('personal parts survive wherever the encoding breaks its lines', async () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .map((value) => value.replace(/\p{Cc}|\p{Cs}/gu, ''));
  await fc.assert(
    fc.asyncProperty(text, text, async (before, name) => {
      const slot = placeholder('subscriptionName');
      const fill = await composeMail(
        { subject: 'x', text: `${before}[${slot}]`, html: `<p>${escapeHtml(before)}[${slot}]</p>` },
        now,
      );
      const { raw } = fill({ ...copy, parts: { subscriptionName: name } });
      const mail = await simpleParser(raw);
      expect(mail.text).toContain(`[${name.trim()}]`);
      expect(mail.html).toContain(`[${escapeHtml(name.trim())}]`);
      expect(raw).toMatch(/^[\r\n\x20-\x7e\t]*$/);
      expect(
        Math.max(
          ...raw
            .split('\r\n\r\n')
            .slice(1)
            .join('\r\n')
            .split('\r\n')
            .map((line) => line.length),
        ),
      ).toBeLessThanOrEqual(76);
    }),
    { numRuns: 60 },
  );
});

test('a subject cannot begin another header', async () => {
  const fill = await composeMail({ subject: 'a\r\nBcc: b@example.org', text: 'x', html: 'x' }, now);
  const mail = await simpleParser(fill({ ...copy, parts: {} }).raw);
  expect(mail.subject).toBe('a Bcc: b@example.org');
  expect(mail.headers.has('bcc')).toBe(false);
});

test('a subject beyond ASCII arrives', async () => {
  const fill = await composeMail(
    { subject: 'Île: ≥3 missiles, Ōkunoshima'.repeat(5), text: 'x', html: 'x' },
    now,
  );
  const mail = await simpleParser(fill({ ...copy, parts: {} }).raw);
  expect(mail.subject).toBe('Île: ≥3 missiles, Ōkunoshima'.repeat(5));
  expect(mail.date).toEqual(now);
});
