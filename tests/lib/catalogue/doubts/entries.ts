import { toBasis } from '@/lib/catalogue/doubts/basis';
import type { ContextOnRecord, Doubt, DoubtKind, EventOnRecord } from '@/lib/catalogue/doubts/doubt';
import { doubtsOf } from '@/lib/catalogue/doubts/doubts-of';
import { enteredInForm } from '@/lib/catalogue/doubts/entered-event';
import { pagesOf } from '@/lib/catalogue/doubts/same-page';
import {
  type AssessmentValues,
  blankAssessment,
  blankCitation,
  blankEvent,
  blankSalvo,
  type CitationValues,
  type EventFormValues,
  type SalvoValues,
} from '@/lib/catalogue/event-form';
import type { EventChoices } from '@/lib/catalogue/event-form-input';
import { lastDay } from '@/lib/format/dates';

export const choices: EventChoices = {
  countries: [
    { id: 'KP', name: 'North Korea', timeZone: 'Asia/Seoul' },
    { id: 'IN', name: 'India', timeZone: 'Asia/Kolkata' },
  ],
  systems: [
    { id: 'hwasong-12', name: 'Hwasong-12', class: 'IRBM', country: 'KP', aliases: ['KN-17'] },
    { id: 'hwasong-11a', name: 'Hwasong-11A', class: 'SRBM', country: 'KP', aliases: ['KN-23'] },
    { id: 'not-known', name: 'Not known', class: 'unknown', country: 'KP', aliases: [] },
  ],
  sites: ['Munchon', 'Wonsan', 'Sunan', 'Sohae', 'Nowhere'].map((name) => ({
    id: name.toLowerCase(),
    name,
    country: 'KP',
    aliases: [],
  })),
  assessors: [],
};

// `nowhere` is a site without a position.
const positions = new Map([
  ['munchon', { latitude: 39.2815, longitude: 127.377 }],
  ['wonsan', { latitude: 39.1677, longitude: 127.4817 }],
  ['sunan', { latitude: 39.20299, longitude: 125.70926 }],
  ['sohae', { latitude: 39.6596, longitude: 124.7057 }],
]);

type OnRecord = Partial<Omit<EventOnRecord, 'pages' | 'places'>> & {
  localDate?: string;
  site?: string | null;
  text?: string | null;
  urls?: string[];
};

/** An event of the catalogue: of 14 April 2020, from Munchon, unless it says otherwise. */
export function onRecord({ localDate = '2020-04-14', urls = [], ...other }: OnRecord = {}): EventOnRecord {
  const { site = 'munchon', text = null, ...rest } = other;
  return {
    slug: `kp-${localDate}`,
    title: `North Korea: cruise missiles, ${localDate}`,
    status: 'confirmed',
    country: 'KP',
    firstDay: `${localDate}-01-01`.slice(0, 10),
    lastDay: lastDay(localDate),
    missiles: { min: 3, max: 3, text: null },
    places: [{ site, text }],
    figures: [],
    pages: urls.flatMap((url) => pagesOf({ url, archivedUrl: null })),
    ...rest,
  };
}

export const basisOf = (events: EventOnRecord[] = [], contextItems: ContextOnRecord[] = []) =>
  toBasis(events, contextItems, choices, positions);

type Entry = Partial<Omit<EventFormValues, 'salvos' | 'assessments' | 'citations'>> & {
  salvo?: Partial<SalvoValues>;
  salvos?: Partial<SalvoValues>[];
  claims?: Partial<AssessmentValues>[];
  citations?: Partial<CitationValues>[];
};

/** A form about 14 April 2020, with one salvo from Munchon, unless it says otherwise. */
export function entry({ salvo = {}, salvos, claims = [], citations = [], ...rest }: Entry): EventFormValues {
  return {
    ...blankEvent('KP'),
    localDate: '2020-04-14',
    ...rest,
    salvos: (salvos ?? [{ site: 'Munchon', countMin: '1', ...salvo }]).map((one) => ({
      ...blankSalvo(),
      ...one,
    })),
    assessments: claims.map((claim) => ({ ...blankAssessment(), ...claim })),
    citations: citations.map((citation) => ({ ...blankCitation(), ...citation })),
  };
}

export const later = new Date('2026-11-24T03:00:00Z');

/** The doubts of one kind about a form. */
export function doubts(
  kind: DoubtKind,
  form: Entry,
  basis = basisOf(),
  { slug = null, now = later }: { slug?: string | null; now?: Date } = {},
): Doubt[] {
  return doubtsOf(enteredInForm(entry(form), slug, choices), basis, now).filter(
    (doubt) => doubt.kind === kind,
  );
}
