import { classWords } from '@/lib/catalogue/event-sentences';
import type { ClassId } from '@/lib/catalogue/vocabulary';
import { listInWords } from '@/lib/format/words';

/** A rule's lists, with names in the place of ids where they are known. */
export type RuleLists = {
  countries: string[];
  classes: string[];
  families: string[];
  systems: string[];
  sites: string[];
  novelOnly?: boolean;
  minMissiles?: number;
};

const familyWords: Record<string, string> = {
  ballistic: 'ballistic missiles',
  cruise: 'cruise missiles',
  space_launch: 'space launch vehicles',
  unknown: 'missiles of unknown family',
};

/** What a rule lets through, in words that fit into a sentence: `tests of cruise missiles in North Korea`. */
export function filterInWords(rule: RuleLists): string {
  const what = [
    rule.classes.length ? listInWords(rule.classes.map((id) => classWords(id as ClassId, true))) : '',
    rule.families.length ? listInWords(rule.families.map((family) => familyWords[family] ?? family)) : '',
    rule.systems.length ? listInWords(rule.systems) : '',
  ].filter(Boolean);
  return [
    what.length ? `tests of ${what.join(', of these ')}` : 'every missile test',
    rule.countries.length ? `by ${listInWords(rule.countries)}` : '',
    rule.sites.length ? `from ${listInWords(rule.sites)}` : '',
    (rule.minMissiles ?? 1) > 1 ? `with at least ${rule.minMissiles} missiles` : '',
    rule.novelOnly ? 'where something about it is new' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** With a capital: the name of a subscription that was given none. */
export function asName(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.slice(0, 120);
}
