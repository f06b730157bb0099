import { z } from 'zod';
import type { FieldError } from '@/lib/errors';
import { addDays, dayIn, instantOf, isDay, precisionOf } from '@/lib/format/dates';
import {
  type AssessmentValues,
  type CitationValues,
  type EventFormValues,
  isBlank,
  type SalvoValues,
} from './event-form';
import { reasonErrors } from './event-form-reason';
import { findNamed, isNameOf, type Named } from './names';
import { claimedFigures, type EventInput, eventInput, instant as instantInput } from './schema';
import { figureNames } from './vocabulary';

/** What names are looked up in. */
export type EventChoices = {
  countries: { id: string; name: string; timeZone: string }[];
  systems: { id: string; name: string; class: string; country: string; aliases: string[] }[];
  sites: { id: string; name: string; country: string; aliases: string[] }[];
  assessors: string[];
  assessorAliases?: { alias: string; name: string }[];
};

/** The event that a form describes, or what is wrong with it: one message a field, each path the name of a field. */
export type CheckedForm = { input: EventInput | null; errors: FieldError[] };

/** Check a form by the schema that every entrance shares. */
export function checkEventForm(values: EventFormValues, choices: EventChoices): CheckedForm {
  const own: FieldError[] = [];
  const assessments = numbered(values.assessments);
  const citations = numbered(values.citations);
  const places = new Map(assessments.map(({ place }, index) => [String(place), index]));
  const input = {
    country: values.country,
    localDate: values.localDate.trim(),
    status: values.status || 'draft',
    statusReason: values.statusReason,
    notes: values.notes,
    salvos: values.salvos.map((salvo, place) =>
      salvoInput(salvo, `salvos.${place}`, values, choices, places, own),
    ),
    assessments: assessments.map(({ part, place }) =>
      assessmentInput(part, `assessments.${place}`, values, choices, own),
    ),
    citations: citations.map(({ part }) => part),
  };
  const result = eventInput.safeParse(input);
  const found = (result.error?.issues ?? []).map((issue) => {
    const [list, index, ...rest] = issue.path.map(String);
    const kept = list === 'assessments' ? assessments : list === 'citations' ? citations : null;
    const place = kept && index !== undefined ? (kept[Number(index)]?.place ?? index) : index;
    const path = [list, place, ...rest].filter((step) => step !== undefined).join('.');
    return { path: fieldOf(path), message: messageFor(issue.message, path, values) };
  });
  own.push(...reasonErrors(values));
  // What is said of the text as typed comes before what the schema says of the value made from it.
  const errors = [...own, ...found].filter(
    (error, index, all) => all.findIndex((other) => other.path === error.path) === index,
  );
  return { input: errors.length === 0 ? (result.data ?? null) : null, errors };
}

/** The field that a path of the schema is shown at. */
export function fieldOf(path: string): string {
  return path
    .replace(/launchedAt$/, 'launchTime')
    .replace(/siteText$/, 'site')
    .replace(/(salvos\.\d+)\.sources.*$/, '$1.figuresFrom')
    .replace(/^datePrecision$/, 'localDate');
}

function numbered<Part extends Record<string, string>>(parts: Part[]): { part: Part; place: number }[] {
  return parts.map((part, place) => ({ part, place })).filter(({ part }) => !isBlank(part));
}

function messageFor(message: string, path: string, values: EventFormValues): string {
  const salvo = /^salvos\.(\d+)\.countMin$/.exec(path)?.[1];
  if (salvo !== undefined && values.salvos[Number(salvo)]?.countMin.trim() === '')
    return 'Please give a count. For “several”, give 1 and tick “or more”.';
  if (path === 'localDate' && values.localDate.trim() === '') return 'Please give a date.';
  if (path === 'country') return 'Please choose a country.';
  return message;
}

function salvoInput(
  salvo: SalvoValues,
  at: string,
  { country, localDate }: EventFormValues,
  choices: EventChoices,
  places: Map<string, number>,
  errors: FieldError[],
) {
  const system = systemOf(salvo, country, choices);
  if (salvo.system.trim() && !system)
    errors.push({
      path: `${at}.system`,
      message: 'is no system of the catalogue. Choose one, or leave it empty and say it in the notes.',
    });
  const place = placeOf(salvo, country, choices);
  const countMin = numberOf(salvo.countMin);
  return {
    system: system?.id ?? null,
    class: salvo.class || null,
    ...place,
    launchedAt: launchOf(
      { time: salvo.launchTime, kept: salvo.launchedAt, inUtc: salvo.zone === 'utc' },
      `${at}.launchTime`,
      localDate,
      zoneOf(country, choices),
      errors,
    ),
    countMin: countMin ?? Number.NaN,
    // A count that is none is said once, where it was typed.
    countMax: salvo.orMore ? null : (numberOf(salvo.countMax) ?? (Number.isNaN(countMin) ? null : countMin)),
    countText: salvo.countText,
    distanceKm: numberOf(salvo.distanceKm),
    apogeeKm: numberOf(salvo.apogeeKm),
    bearingDeg: numberOf(salvo.bearingDeg),
    landingArea: salvo.landingArea,
    outcome: salvo.outcome || 'unknown',
    sources: sourcesOf(salvo, places),
  };
}

function assessmentInput(
  assessment: AssessmentValues,
  at: string,
  { country, localDate }: EventFormValues,
  choices: EventChoices,
  errors: FieldError[],
) {
  const citation = part(assessment, 'citation.') as CitationValues;
  const claimed = part(assessment, 'figures.');
  const number = (name: string) => numberOf(claimed[name] ?? '') ?? undefined;
  const launchedAt = launchOf(
    { time: claimed.launchTime ?? '', kept: claimed.launchedAt ?? '', inUtc: false },
    `${at}.figures.launchTime`,
    localDate,
    zoneOf(country, choices),
    errors,
  );
  const figures = {
    system: claimed.system?.trim() || undefined,
    class: claimed.class || undefined,
    site: claimed.site?.trim() || undefined,
    launchedAt: launchedAt ?? undefined,
    countMin: number('countMin'),
    countMax: number('countMax'),
    countText: claimed.countText?.trim() || undefined,
    distanceKm: number('distanceKm'),
    apogeeKm: number('apogeeKm'),
    bearingDeg: number('bearingDeg'),
    landingArea: claimed.landingArea?.trim() || undefined,
    outcome: claimed.outcome || undefined,
    ...otherFigures(assessment.otherFigures),
  };
  return {
    assessor: assessment.assessor,
    statedOn: assessment.statedOn,
    statedOnText: assessment.statedOnText,
    text: assessment.text,
    hedge: assessment.hedge,
    status: assessment.status || 'preliminary',
    likelihood: assessment.likelihood,
    confidence: assessment.confidence,
    sourceReliability: assessment.sourceReliability,
    infoCredibility: numberOf(assessment.infoCredibility),
    figures: Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined)),
    citation: isBlank(citation) ? null : { ...citation, checked: citation.checked || 'no' },
  };
}

/** What a draft came with, as long as the text at its field still names it. */
function stillNamed<T extends Named>(text: string, id: string, options: T[]): T | null {
  return options.find((option) => option.id === id && isNameOf(text, option)) ?? null;
}

/** The system that a salvo names, of its own country first. */
export function systemOf({ system, systemId }: SalvoValues, country: string, { systems }: EventChoices) {
  return stillNamed(system, systemId, systems) ?? findNamed(system, systems, country);
}

/** A site, a place in the words of the report, or both where the draft came with both and neither was changed. */
export function placeOf(
  { site: text, siteId, siteText }: SalvoValues,
  country: string,
  { sites }: EventChoices,
): { site: string | null; siteText: string | null } {
  if (stillNamed(text, siteId, sites)) return { site: siteId, siteText };
  if (siteId === '' && text === siteText) return { site: null, siteText };
  const site = findNamed(text, sites, country);
  return site ? { site: site.id, siteText: null } : { site: null, siteText: text };
}

/** Whether a claimed figure has a field in the form. */
export function isFieldOfClaim(name: string): boolean {
  return Object.hasOwn(claimedFigures.shape, name);
}

const keptFigures = z.record(z.string(), z.unknown());

/** The claimed figures that the form has no field for. What is not as the form had it is left out. */
function otherFigures(kept: string): Record<string, unknown> {
  if (kept === '') return {};
  try {
    const figures = Object.entries(keptFigures.parse(JSON.parse(kept)));
    return Object.fromEntries(figures.filter(([name]) => !isFieldOfClaim(name)));
  } catch {
    return {};
  }
}

function part(values: Record<string, string>, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
}

/** `1,500` and `1 500` are 1500; what is no number is NaN, which the schema refuses at its field; nothing is null. */
export function numberOf(text: string): number | null {
  const bare = text.trim().replaceAll(/[\s\u00a0]/g, '');
  if (bare === '') return null;
  const plain = /^\d{1,3}(,\d{3})+$/.test(bare) ? bare.replaceAll(',', '') : bare;
  return /^-?\d+(\.\d+)?(e-?\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

export function zoneOf(country: string, choices: EventChoices): string {
  return choices.countries.find((option) => option.id === country)?.timeZone ?? 'UTC';
}

/**
 * The instant at which a clock showed `time` on the event's local day. A time in UTC can be of the day before or after:
 * it is the one that falls on the local day in `timeZone`.
 * @param time `07:00` or `0700`; or an instant of any day, `2020-04-13T22:00Z`, which needs no local day
 * @returns null where it is not a time, or the date is not known to the day
 */
export function launchInstant(
  time: string,
  inUtc: boolean,
  localDate: string,
  timeZone: string,
): Date | null {
  const whole = instantInput.safeParse(time.trim());
  if (whole.success) return new Date(whole.data);
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(time.trim()) ?? [];
  if (hour === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(localDate)) return null;
  const clock = `${hour.padStart(2, '0')}:${minute}`;
  try {
    if (!inUtc) return instantOf(localDate, clock, timeZone);
    const days = [addDays(localDate, -1), localDate, addDays(localDate, 1)];
    const instants = days.map((day) => instantOf(day, clock, 'UTC'));
    return instants.find((instant) => dayIn(timeZone, instant) === localDate) ?? null;
  } catch {
    return null; // 2020-02-30
  }
}

function launchOf(
  { time, kept, inUtc }: { time: string; kept: string; inUtc: boolean },
  path: string,
  localDate: string,
  timeZone: string,
  errors: FieldError[],
): string | null {
  if (time.trim() === '') return null;
  const instant = launchInstant(time, inUtc, localDate.trim(), timeZone);
  if (!instant) {
    const hasDay = precisionOf(localDate.trim()) === 'day';
    // Of a date that is none, that is said at the date; the time may well be one.
    if (hasDay && !isDay(localDate.trim()) && launchInstant(time, inUtc, '2020-01-01', 'UTC')) return null;
    const message = hasDay
      ? 'is not a time like 07:00'
      : 'needs a full date: without the day there is no time of launch.';
    errors.push({ path, message });
    return null;
  }
  // The seconds that a draft came with are not lost by opening it in the form.
  const before = new Date(kept);
  const isOnClock = !time.includes('T');
  return (isOnClock && isSameMinute(before, instant) ? before : instant).toISOString();
}

/** Never of an invalid date. */
export function isSameMinute(one: Date, other: Date): boolean {
  return Math.floor(one.getTime() / 60_000) === Math.floor(other.getTime() / 60_000);
}

/** Which assessment the figures of record are from: none named, one for all of them, or as they came. */
function sourcesOf(salvo: SalvoValues, places: Map<string, number>): Record<string, number> {
  const named = places.get(salvo.figuresFrom);
  if (named !== undefined) return Object.fromEntries(figureNames.map((figure) => [figure, named]));
  if (salvo.figuresFrom !== 'kept') return {};
  return Object.fromEntries(
    salvo.sources.split(' ').flatMap((pair) => {
      const [figure = '', place = ''] = pair.split('=');
      const index = places.get(place);
      return index === undefined ? [] : [[figure, index]];
    }),
  );
}
