import { kindWords } from '@/lib/catalogue/entry-names';
import type { EntryKind } from '@/lib/catalogue/vocabulary';

/** What the desk's room of each kind of entry is called, where it is, and what stands under its name. */
export const rooms: Record<EntryKind, { path: string; title: string; about: string; empty: string }> = {
  system: {
    path: '/desk/systems',
    title: 'Systems',
    about: 'Missiles by name. Every alias finds its system, in the form, in search and in imports.',
    empty: 'Each missile that events can name will stand here. Add the first.',
  },
  site: {
    path: '/desk/sites',
    title: 'Sites',
    about: 'Places of launch, with where they are and how exactly that is known.',
    empty: 'Each place that events can name will stand here. Add the first.',
  },
  assessor: {
    path: '/desk/assessors',
    title: 'Assessors',
    about: 'Who says what about tests. What is recorded under an alias is kept as the assessor’s.',
    empty: 'Whoever is quoted in an event will stand here by itself. One can be added before that.',
  },
  context: {
    path: '/desk/context',
    title: 'Context',
    about: 'Dated public facts that are no tests. They are public as soon as they are saved.',
    empty: 'Statements, summits, exercises and resolutions will stand here. Add the first.',
  },
};

/** `System`, `Context item`. */
export function kindTitle(kind: EntryKind): string {
  const word = kindWords[kind];
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
