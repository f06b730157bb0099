import { recordEvent } from '@/lib/catalogue/commands';
import { keepDecision } from '@/lib/catalogue/doubts/doubt-commands';
import { readDoubtsAtDesk } from '@/lib/catalogue/doubts/queries';
import { anEvent, people } from './factories';

/** A draft with a report of five weeks later, and the key of the doubt that this raises. */
export async function doubtfulEvent({ isDecided = false } = {}): Promise<{ slug: string; key: string }> {
  const late = { publisher: 'Reuters', url: 'https://example.org/late', publishedOn: '2020-05-20' };
  const change = { actor: people.editor, reason: 'test', holdSeconds: 600 };
  const { event } = await recordEvent(anEvent({ status: 'draft', citations: [late] }), change);
  const doubts = await readDoubtsAtDesk(event.slug);
  const key = doubts?.open.find(({ kind }) => kind === 'citation-date')?.key;
  if (!key) throw new Error('no such doubt');
  if (isDecided) await keepDecision(event.slug, { key, note: '' }, { actor: people.editor });
  return { slug: event.slug, key };
}
