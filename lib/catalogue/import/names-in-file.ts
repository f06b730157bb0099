import { findNamed, type Named } from '@/lib/catalogue/names';
import type { ClassId } from '@/lib/catalogue/vocabulary';
import { isStorable } from '@/lib/storable-text';

type Option = Named & { country: string };
export type SystemInCatalogue = Option & { class: string };

/** A name of the file that the catalogue does not have, and how many rows use it. */
export type UnknownName = { kind: 'system' | 'site'; name: string; country: string; rows: number };

export type NewSystem = SystemInCatalogue;
export type NewSite = Option & { latitude: number | null; longitude: number | null };

/**
 * Finds a file's systems and sites in the catalogue, by name and alias, with or without what stands in brackets
 * (`Hwasong-11A (KN-23)`); keeps account of those that are not there, and, where the analyst wants so, makes them.
 */
export class NamesInFile {
  readonly newSystems: NewSystem[] = [];
  readonly newSites: NewSite[] = [];
  readonly #unknown = new Map<string, UnknownName>();
  readonly #found = new Map<string, Option | null>();

  constructor(
    private readonly systems: SystemInCatalogue[],
    private readonly sites: Option[],
    readonly createUnknown: boolean,
    /** Ids that are in use, or were until a merger: links with them still lead somewhere. */
    private readonly takenIds: ReadonlySet<string>,
  ) {}

  system(text: string, country: string, classId: ClassId | null): SystemInCatalogue | null {
    const found = this.#find('system', text, country) as SystemInCatalogue | null;
    if (found || !this.createUnknown || !hasLetters(text))
      return found ?? this.#miss('system', text, country);
    const made = { ...this.#named(text, country, this.systems), class: classId ?? 'unknown' };
    this.newSystems.push(made);
    this.#found.set(`system ${country} ${text}`, made);
    return made;
  }

  site(text: string, country: string, latitude: number | null, longitude: number | null): Option | null {
    const found = this.#find('site', text, country);
    if (found || !this.createUnknown || !hasLetters(text)) return found ?? this.#miss('site', text, country);
    const isPlace =
      latitude !== null && longitude !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    const made = {
      ...this.#named(text, country, this.sites),
      ...(isPlace ? { latitude, longitude } : { latitude: null, longitude: null }),
    };
    this.newSites.push(made);
    this.#found.set(`site ${country} ${text}`, made);
    return made;
  }

  /** The most used first. */
  get unknown(): UnknownName[] {
    return [...this.#unknown.values()].sort((a, b) => b.rows - a.rows);
  }

  get allSystems(): SystemInCatalogue[] {
    return [...this.systems, ...this.newSystems];
  }

  get allSites(): Option[] {
    return [...this.sites, ...this.newSites];
  }

  #find(kind: 'system' | 'site', text: string, country: string): Option | null {
    const key = `${kind} ${country} ${text}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const options = kind === 'system' ? this.allSystems : this.allSites;
    const found = namesIn(text).reduce<Option | null>(
      (hit, name) => hit ?? findNamed(name, options, country),
      options.find(({ id }) => id === text) ?? null,
    );
    this.#found.set(key, found);
    return found;
  }

  #miss(kind: 'system' | 'site', name: string, country: string): null {
    const key = `${kind} ${country} ${name}`;
    const entry = this.#unknown.get(key) ?? { kind, name, country, rows: 0 };
    this.#unknown.set(key, { ...entry, rows: entry.rows + 1 });
    return null;
  }

  #named(text: string, country: string, options: Option[]): Option {
    const [, before = text, ...others] = namesIn(text);
    const made = [...options, ...this.newSystems, ...this.newSites];
    // Names of a country's systems, and of its sites, are each there once.
    const name = made.some((option) => option.name === before) ? text : before;
    const aliases = [...new Set(others)].filter((alias) => alias !== name && isStorable(alias));
    const stem =
      name
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '')
        .slice(0, 60) || 'unnamed';
    const taken = new Set([...this.takenIds, ...made.map(({ id }) => id)]);
    let id = stem;
    for (let n = 2; taken.has(id); n += 1) id = `${stem}-${n}`;
    return { id, name, aliases, country };
  }
}

/** Names are compared by their letters and digits: what has none cannot be told from another. */
const hasLetters = (text: string) => /[\p{L}\p{N}]/u.test(text.replace(/\(.*$/, ''));

/** The whole name first, then what stands before brackets, then what stands in them. */
function namesIn(text: string): string[] {
  const [, before = '', inside = ''] = /^([^(]+)\(([^)]+)\)\s*$/.exec(text) ?? [];
  return [text, before.trim(), ...inside.split(/[,/;]/).map((name) => name.trim())].filter(Boolean);
}
