import { z } from 'zod';
import { isStorable, notStorable } from '@/lib/storable-text';
import { needed } from './needed';
import {
  assessmentStatuses,
  checkedStates,
  classIds,
  confidences,
  datePrecisions,
  figureNames,
  likelihoods,
  outcomes,
  sourceReliabilities,
  statuses,
} from './vocabulary';

/** Limits that the form shows as well as checks. */
export const limits = {
  salvos: 60,
  assessments: 60,
  citations: 60,
  missiles: 1000,
  km: 50_000,
  text: 4000,
  line: 300,
};

// The fields that other schemas of the catalogue are made of as well.
const blankToNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value);
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    blankToNull,
    schema.nullish().transform((value) => value ?? null),
  );

const clean = z.string().refine(isStorable, notStorable);
// Line breaks as a form keeps them: none in a line, and one kind in a text.
export const line = clean
  .overwrite((value) => value.replaceAll(/\s*[\r\n]+\s*/g, ' '))
  .trim()
  .min(1, needed)
  .max(limits.line, `is longer than ${limits.line} characters`);
export const text = clean
  .overwrite((value) => value.replaceAll(/\r\n?/g, '\n'))
  .trim()
  .min(1, needed)
  .max(limits.text, `is longer than ${limits.text} characters`);
const id = line.max(100);

const figure = (max: number, unit: string) =>
  z.number(`is not a number of ${unit}`).min(0, 'is below 0').max(max, `is above ${max} ${unit}`);
const km = figure(limits.km, 'km');
const wholeCount = z
  .number('is not a whole number')
  .int('is not a whole number')
  .min(1, 'is below 1')
  .max(limits.missiles, `is above ${limits.missiles}`);

/** Nothing in the field is older, and PostgreSQL knows no year 0. */
const firstYear = '1900';

export const day = z.iso
  .date('is not a date like 2020-04-14')
  .refine((value) => value >= firstYear, `is before ${firstYear}`);
// With an offset, zod's own pattern wants seconds; times of launches are known to the minute.
export const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })], {
    error: 'is not a time like 2020-04-13T22:00Z',
  })
  .transform((value) => new Date(value).toISOString())
  .refine((value) => value >= firstYear, `is before ${firstYear}`);

/** `2020-04-14`, `1984-09` or `1984`: as much of the date as is known. */
const localDate = z
  .string('Please give a date.')
  .trim()
  .refine(isPartOfDate, 'is not a date like 2020-04-14, 1984-09 or 1984');

function isPartOfDate(value: string): boolean {
  const full = `${value}-01-01`.slice(0, 10);
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) && z.iso.date().safeParse(full).success && full >= firstYear;
}

const webUrl = z
  .string()
  .trim()
  .max(2000, 'is longer than 2,000 characters')
  .refine(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'is not a web address like https://example.org/report',
  )
  .refine(isStorable, notStorable);

/** Why a change was made, as it stands in the revision. */
export const reasonInput = line;

export const citationInput = z.object({
  publisher: line,
  title: optional(line),
  url: webUrl,
  publishedOn: optional(day),
  archivedUrl: optional(webUrl),
  checked: z.enum(checkedStates).default('no'),
});

/** What one assessor gave for a figure; only what was said is there. Figures of other names are kept as they are. */
export const claimedFigures = z
  .object({
    system: line,
    class: z.enum(classIds),
    site: line,
    launchedAt: instant,
    countMin: wholeCount,
    countMax: wholeCount,
    countText: line,
    distanceKm: km,
    apogeeKm: km,
    bearingDeg: z.number().min(0).lt(360),
    landingArea: line,
    outcome: z.enum(outcomes),
  })
  .partial()
  .catchall(z.union([line, z.number(), z.boolean()], 'is neither a text nor a number'))
  .refine((figures) => Object.keys(figures).every(isStorable), notStorable);

export const assessmentInput = z.object({
  assessor: line.max(120),
  statedOn: optional(day),
  statedOnText: optional(line),
  text,
  hedge: optional(line),
  status: z.enum(assessmentStatuses).default('preliminary'),
  likelihood: optional(z.enum(likelihoods)),
  confidence: optional(z.enum(confidences)),
  sourceReliability: optional(z.enum(sourceReliabilities)),
  infoCredibility: optional(z.number().int().min(1, 'is below 1').max(6, 'is above 6')),
  figures: claimedFigures.default({}),
  citation: citationInput.nullish().transform((value) => value ?? null),
});

/** For each figure of record, the assessment it came from, as a place in the event's list, from 0. */
const figureSources = z.partialRecord(z.enum(figureNames), z.number().int().min(0)).default({});

export const salvoInput = z
  .object({
    system: optional(id),
    /** Left out: the class of the system, or unknown. */
    class: optional(z.enum(classIds)),
    site: optional(id),
    siteText: optional(line),
    launchedAt: optional(instant),
    countMin: wholeCount,
    countMax: optional(wholeCount),
    countText: optional(line.max(60)),
    distanceKm: optional(km),
    apogeeKm: optional(km),
    bearingDeg: optional(
      z.number('is not a number of degrees').min(0, 'is below 0').lt(360, 'is not below 360'),
    ),
    landingArea: optional(line.max(120)),
    outcome: z.enum(outcomes).default('unknown'),
    sources: figureSources,
  })
  .refine((salvo) => salvo.countMax === null || salvo.countMax >= salvo.countMin, {
    path: ['countMax'],
    error: 'is below the smallest count',
  });

/** An event's fields, before they are checked against each other. */
export const eventFields = z.object({
  country: z.string('Please choose a country.').regex(/^[A-Z]{2}$/, 'is not a country code like KP'),
  localDate,
  datePrecision: z.enum(datePrecisions).optional(),
  status: z.enum(statuses).default('draft'),
  statusReason: optional(text),
  notes: optional(text),
  salvos: z
    .array(salvoInput)
    .min(1, 'Give at least one salvo.')
    .max(limits.salvos, `are more than ${limits.salvos}`),
  assessments: z
    .array(assessmentInput)
    .max(limits.assessments, `are more than ${limits.assessments}`)
    .default([]),
  citations: z.array(citationInput).max(limits.citations, `are more than ${limits.citations}`).default([]),
});

const dateLength = { day: 10, month: 7, year: 4 };

/**
 * An event as it is entered: by the form, the API, the import and the seed alike. `country`, `system` and `site` are ids.
 * Units stand in the names; null is unknown, never 0.
 */
export const eventInput = eventFields
  .refine(({ localDate, datePrecision }) => !datePrecision || localDate.length >= dateLength[datePrecision], {
    path: ['datePrecision'],
    error: 'is more exact than the date',
  })
  .transform(({ datePrecision, ...event }) => ({
    ...event,
    // `1984-09-01` with the precision "month" is `1984-09`.
    localDate: datePrecision ? event.localDate.slice(0, dateLength[datePrecision]) : event.localDate,
  }))
  .superRefine((event, ctx) => {
    event.salvos.forEach((salvo, index) => {
      for (const [name, source] of Object.entries(salvo.sources)) {
        if (source !== undefined && source >= event.assessments.length) {
          ctx.addIssue({
            code: 'custom',
            path: ['salvos', index, 'sources', name],
            message: 'points to no assessment of this event',
          });
        }
      }
    });
    if (event.status === 'draft') return;
    if (event.assessments.length + event.citations.length === 0) {
      ctx.addIssue({
        code: 'custom',
        path: ['citations'],
        message: 'Give at least one source before this is published.',
      });
    }
    if (event.status === 'withdrawn' && !event.statusReason) {
      ctx.addIssue({ code: 'custom', path: ['statusReason'], message: 'Say why it is withdrawn.' });
    }
  });

export type EventInput = z.output<typeof eventInput>;
export type SalvoInput = z.output<typeof salvoInput>;
export type AssessmentInput = z.output<typeof assessmentInput>;
export type CitationInput = z.output<typeof citationInput>;
