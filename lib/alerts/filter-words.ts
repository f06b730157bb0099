import { missileClass } from '@/lib/catalogue/classes';
import type { ClassId } from '@/lib/catalogue/vocabulary';

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
    rule.classes.length ? list(rule.classes.map(classWords)) : '',
    rule.families.length ? list(rule.families.map((family) => familyWords[family] ?? family)) : '',
    rule.systems.length ? list(rule.systems) : '',
  ].filter(Boolean);
  return [
    what.length ? `tests of ${what.join(', of these ')}` : 'every missile test',
    rule.countries.length ? `by ${list(rule.countries)}` : '',
    rule.sites.length ? `from ${list(rule.sites)}` : '',
    (rule.minMissiles ?? 1) > 1 ? `with at least ${rule.minMissiles} missiles` : '',
    rule.novelOnly ? 'where something about it is new' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function classWords(id: string): string {
  return id === 'unknown' ? 'missiles of unknown class' : `${missileClass(id as ClassId).name}s`;
}

function list(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** With a capital: the name of a subscription that was given none. */
export function asName(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.slice(0, 120);
}
