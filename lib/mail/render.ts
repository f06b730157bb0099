import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { AlertContent } from './alert-content';
import type { ConfirmationContent } from './confirmation-content';

/** A mail's template with what it says. */
export type MailTemplate =
  | { name: 'alert'; content: AlertContent }
  | { name: 'confirmation'; content: ConfirmationContent };

type Answer = { id: number; html?: string; fault?: string };
type Waiting = { resolve: (html: string) => void; reject: (error: Error) => void };

let renderer: ChildProcess | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * The HTML of a mail. It is rendered in a process of its own, kept for the next mail: ours run under Node's
 * `react-server` condition, in which React does not render to HTML, and a thread would inherit that.
 */
export function renderMail(template: MailTemplate): Promise<string> {
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    const child = runningRenderer();
    child.channel?.ref();
    child.send({ id, template }, (error) => {
      if (error) failAll(error);
    });
  });
}

/** End the renderer, if there is one. */
export function closeRenderer(): void {
  renderer?.disconnect();
  renderer = undefined;
}

function runningRenderer(): ChildProcess {
  if (renderer?.connected) return renderer;
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = fork(path.join(import.meta.dirname, 'render-process.tsx'), [], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    execArgv: ['--import', 'tsx'],
    env: environment,
  });
  child.on('message', ({ id, html, fault }: Answer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (html === undefined) one?.reject(new Error(`The mail could not be rendered: ${fault}`));
    else one?.resolve(html);
    // Waiting for work is no reason to keep our process alive.
    if (waiting.size === 0) child.channel?.unref();
  });
  child.on('error', failAll);
  child.on('exit', () => {
    if (renderer === child) failAll(new Error('The process that renders mails has ended.'));
  });
  child.unref();
  child.channel?.unref();
  renderer = child;
  return child;
}

function failAll(error: Error): void {
  renderer = undefined;
  for (const one of waiting.values()) one.reject(error);
  waiting.clear();
}
