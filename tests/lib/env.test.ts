import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEnv } from '@/lib/env';

describe('the environment', () => {
  it('has a default for everything that is not set, or set to nothing', () => {
    const defaults = {
      PORT: 3000,
      DATABASE_URL: undefined,
      DATA_DIR: path.resolve('.data'),
      APP_URL: 'http://localhost:3000',
      SMTP_URL: undefined,
      SMTP_CA_FILE: undefined,
      MAIL_FROM: 'Apogee <alerts@localhost>',
      ALERT_HOLD_SECONDS: 120,
      AUTH_SECRET: undefined,
      TRUST_PROXY: 0,
      LOG_LEVEL: 'info',
    };
    expect(parseEnv({})).toEqual(defaults);
    expect(parseEnv(Object.fromEntries(Object.keys(defaults).map((name) => [name, ''])))).toEqual(defaults);
  });

  it.each([
    ['PORT', '8080', 8080],
    ['DATABASE_URL', 'postgresql://u:p@db:5432/apogee', 'postgresql://u:p@db:5432/apogee'],
    ['DATA_DIR', '/srv/apogee', '/srv/apogee'],
    ['APP_URL', 'https://apogee.example.org/', 'https://apogee.example.org'],
    ['SMTP_URL', 'smtp://mail:587?requireTLS=true', 'smtp://mail:587?requireTLS=true'],
    ['SMTP_CA_FILE', '/etc/ca.pem', '/etc/ca.pem'],
    ['MAIL_FROM', 'a@example.org', 'a@example.org'],
    ['MAIL_FROM', '"Apogee, alerts" <a@example.org>', '"Apogee, alerts" <a@example.org>'],
    ['ALERT_HOLD_SECONDS', '0', 0],
    ['AUTH_SECRET', 'x'.repeat(32), 'x'.repeat(32)],
    ['TRUST_PROXY', '1', 1],
    ['LOG_LEVEL', 'debug', 'debug'],
  ])('takes %s=%s', (name, value, expected) => {
    expect(parseEnv({ [name]: value })).toMatchObject({ [name]: expected });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '30.5'],
    ['DATABASE_URL', 'mysql://u:p@db/apogee'],
    ['APP_URL', 'apogee.example.org'],
    ['APP_URL', 'https://example.org/apogee'],
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'Apogee'],
    ['MAIL_FROM', 'Apogee <alerts>'],
    ['ALERT_HOLD_SECONDS', '-1'],
    ['AUTH_SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s by its name', (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(new RegExp(`^${name} is`));
  });

  it('names all faults at once', () => {
    expect(() => parseEnv({ PORT: 'x', LOG_LEVEL: 'loud' })).toThrow(/^PORT is.*LOG_LEVEL is/s);
  });

  it('does not repeat a secret in its complaint', () => {
    const complaint = () => parseEnv({ AUTH_SECRET: 'hunter2', DATABASE_URL: 'mysql://u:hunter2@db/apogee' });
    expect(complaint).not.toThrow(/hunter2/);
  });
});
