import { get } from 'node:http';
import type { Env } from '@/lib/env';
import { nextCommand } from './build';
import type { ChildPlan } from './children';
import { quietFlags, typescriptFlags } from './project';

/** What Next says about itself when it starts. Ours says it. */
const banner = /^\s*(▲ Next\.js|- (Local|Network|Environments?):|✓ (Starting|Ready|Running next\.config))/;

/** Longer than proxies keep a connection: the side that sends requests has to be the one that closes it, or some are lost. */
const keepAliveMs = 75_000;

/** How the web server is run. Everything that it has to know is in its environment. */
export function webPlan({ PORT }: Pick<Env, 'PORT'>, dev: boolean): ChildPlan {
  return {
    name: 'web',
    args: [
      ...quietFlags,
      nextCommand,
      ...(dev ? ['dev'] : ['start', '--keepAliveTimeout', String(keepAliveMs)]),
      '--port',
      String(PORT),
    ],
    env: { ...process.env, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    mute: banner,
  };
}

/** How the worker is run. */
export function workerPlan(): ChildPlan {
  return { name: 'worker', args: [...typescriptFlags, 'bin/worker.ts'], env: { ...process.env } };
}

/**
 * Wait until the web server answers on this machine, whatever it answers.
 * @returns false where it has not within a minute, or `givenUp` became true
 */
export async function answering(port: number, givenUp: () => boolean): Promise<boolean> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && !givenUp(); ) {
    if (await answers(port)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return givenUp();
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ host: 'localhost', port, path: '/api/health', agent: false }, (response) => {
      response.resume();
      resolve(true);
    }).once('error', () => resolve(false));
  });
}
