import { z } from 'zod';
import { classIds, families, outcomes, publishedStatuses } from '@/lib/catalogue/vocabulary';
import { isStorable, notStorable } from '@/lib/storable-text';

const listOf = <T extends z.ZodType>(item: T) => z.array(item).default([]);
const oneOf = <T extends readonly [string, ...string[]]>(values: T, word: string) =>
  z.enum(values, { error: (issue) => `"${String(issue.input)}" is no ${word}. Use ${values.join(', ')}.` });

const text = z.string().trim().refine(isStorable, notStorable);
const id = text.min(1).max(100);
// PostgreSQL knows no year 0.
const day = z.iso
  .date({ error: 'is not a date like 2020-04-14', abort: true })
  .refine((value) => value >= '0001', 'is not a date like 2020-04-14');
const km = z.number('is not a number of kilometres').min(0, 'is below 0').max(100_000, 'is above 100,000 km');

/** Every status that readers see: all but draft. */
export const visibleStatuses = [...publishedStatuses, 'withdrawn'] as const;

/**
 * From where the catalogue is looked at: as it stood at the end of a day (UTC), and with the figures of one assessor alone.
 * Left out: as it stands now, and with the figures of record.
 */
export const standpoint = z.object({
  asKnownOn: day.optional(),
  accordingTo: text.max(120, 'is longer than 120 characters').optional(),
});
export type Standpoint = z.output<typeof standpoint>;

/**
 * The one query language. Within a key values are alternatives; keys narrow each other down. What concerns a missile
 * (class, family, system, site, outcome, range, apogee) has to hold of one and the same salvo.
 * The same object stands behind a page's URL, the API, an export, a feed, an embed and an alert rule.
 */
export const eventFilter = z
  .object({
    country: listOf(z.string().regex(/^[A-Z]{2}$/, 'is not a country code like KP')),
    class: listOf(oneOf(classIds, 'class')),
    family: listOf(oneOf(families, 'family')),
    system: listOf(id),
    site: listOf(id),
    outcome: listOf(oneOf(outcomes, 'outcome')),
    status: listOf(oneOf(visibleStatuses, 'status')),
    from: day.optional(),
    to: day.optional(),
    minRangeKm: km.optional(),
    maxRangeKm: km.optional(),
    minApogeeKm: km.optional(),
    maxApogeeKm: km.optional(),
    q: text.max(200, 'is longer than 200 characters').optional(),
    ...standpoint.shape,
  })
  .refine((filter) => !filter.from || !filter.to || filter.from <= filter.to, {
    path: ['to'],
    error: 'is before "from"',
  });

export type EventFilter = z.output<typeof eventFilter>;

/** The filter that lets everything through. */
export const everything: EventFilter = eventFilter.parse({});
