import type { Standpoint } from '@/lib/filter/schema';
import { standpointSentence } from '@/lib/filter/standpoint-words';
import { Section } from './section';

/** What made the event news, as computed from the catalogue. */
export function EventNovelty({ sentences, standpoint }: { sentences: string[]; standpoint: Standpoint }) {
  if (sentences.length === 0) return null;
  const from = standpointSentence(standpoint);
  return (
    <Section title="What made it news" id="novelty">
      <ul className="max-w-3xl space-y-2 font-reading text-lg leading-relaxed">
        {sentences.map((sentence) => (
          <li key={sentence} className="border-accent border-l-2 pl-4">
            {sentence}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-muted text-sm">
        {from ? `Computed from this catalogue.${from}` : 'Computed from this catalogue as it stands now.'}{' '}
        Events whose class is unknown neither make nor break a first.
      </p>
    </Section>
  );
}
