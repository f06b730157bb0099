import {
  type AssessmentValues,
  type EventFormValues,
  isBlank,
  type SalvoValues,
} from '@/lib/catalogue/event-form';
import {
  type EventChoices,
  launchInstant,
  numberOf,
  placeOf,
  systemOf,
  zoneOf,
} from '@/lib/catalogue/event-form-input';
import { eventFields, limits } from '@/lib/catalogue/schema';
import { type ClassId, classIds } from '@/lib/catalogue/vocabulary';
import { isDay } from '@/lib/format/dates';
import type { EnteredClaim, EnteredEvent, EnteredSalvo, EnteredSource } from './doubt';

/**
 * An event's form as doubts read it, finished or not; what makes no sense yet is left out. An event on record is read the same
 * way, through `toEventForm`, so that a doubt has the same key before and after it is saved. Never throws.
 * @param slug of the event that is edited; null for a new one
 */
export function enteredInForm(
  values: EventFormValues,
  slug: string | null,
  choices: EventChoices,
): EnteredEvent {
  const given = eventFields.shape.localDate.safeParse(values.localDate);
  const localDate = given.success ? given.data : null;
  const launch = (time: string, inUtc: boolean) =>
    launchInstant(time, inUtc, localDate ?? '', zoneOf(values.country, choices));
  return {
    slug,
    country: values.country,
    localDate,
    salvos: values.salvos.map((salvo, place) =>
      enteredSalvo(salvo, `salvos.${place}.`, values.country, choices, launch),
    ),
    claims: values.assessments.map((assessment) => enteredClaim(assessment, launch)),
    sources: [
      ...values.assessments.map((assessment, place) =>
        enteredSource(
          {
            url: assessment['citation.url'],
            archivedUrl: assessment['citation.archivedUrl'],
            publishedOn: assessment['citation.publishedOn'],
          },
          `assessments.${place}.citation.`,
        ),
      ),
      ...values.citations.map((citation, place) => enteredSource(citation, `citations.${place}.`)),
    ].filter(({ url, archivedUrl }) => url !== '' || archivedUrl !== ''),
  };
}

type Launch = (time: string, inUtc: boolean) => Date | null;

function enteredSalvo(
  salvo: SalvoValues,
  path: string,
  country: string,
  choices: EventChoices,
  launch: Launch,
): EnteredSalvo {
  const system = systemOf(salvo, country, choices);
  const { site, siteText } = placeOf(salvo, country, choices);
  return {
    path,
    system: system?.id ?? null,
    class: classNamed(salvo.class) ?? classNamed(system?.class ?? ''),
    site,
    text: siteText?.trim() || null,
    launchedAt: launch(salvo.launchTime, salvo.zone === 'utc'),
    inUtc: salvo.zone === 'utc',
    distanceKm: kmOf(salvo.distanceKm),
    apogeeKm: kmOf(salvo.apogeeKm),
  };
}

function enteredClaim(assessment: AssessmentValues, launch: Launch): EnteredClaim {
  return {
    assessor: assessment.assessor.trim(),
    statedOn: dayOf(assessment.statedOn),
    launchedAt: isBlank(assessment) ? null : launch(assessment['figures.launchTime'], false),
  };
}

function enteredSource(
  { url, archivedUrl, publishedOn }: { url: string; archivedUrl: string; publishedOn: string },
  path: string,
): EnteredSource {
  return { path, url: url.trim(), archivedUrl: archivedUrl.trim(), publishedOn: dayOf(publishedOn) };
}

const dayOf = (text: string) => (isDay(text.trim()) ? text.trim() : null);
const classNamed = (text: string): ClassId | null => classIds.find((id) => id === text) ?? null;

function kmOf(text: string): number | null {
  const km = numberOf(text);
  return km !== null && km >= 0 && km <= limits.km ? km : null;
}
