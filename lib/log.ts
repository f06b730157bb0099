import pino from 'pino';
import { env } from '@/lib/env';

let logger: pino.Logger | undefined;

/** The process's logger: JSON lines on standard error, so that standard output stays for people. */
export function log(): pino.Logger {
  logger ??= pino({ level: env().LOG_LEVEL, base: { pid: process.pid } }, pino.destination(2));
  return logger;
}
