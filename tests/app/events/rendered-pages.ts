import { execFileSync } from 'node:child_process';

/**
 * What a reader without JavaScript gets at each address. It is made in a process of its own: the tests themselves run as
 * server components do, where React has no hooks and nothing to render HTML with.
 */
export function renderedPages(addresses: readonly string[]): Map<string, string> {
  const rendered = execFileSync(process.execPath, ['--import', 'tsx', 'tests/app/events/render-pages.tsx'], {
    input: JSON.stringify(addresses),
    env: { ...process.env, NODE_OPTIONS: '' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const markups = JSON.parse(rendered) as string[];
  return new Map(addresses.map((address, index) => [address, markups[index] ?? '']));
}

/** The text of a page alone. */
export const words = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
