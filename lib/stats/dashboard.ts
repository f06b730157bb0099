import type { EventRecord } from '@/lib/catalogue/event-record';
import { knownSince } from '@/lib/catalogue/known-since';
import {
  type CountryOption,
  catalogueVersion,
  listAssessors,
  listChoices,
  listEvents,
  newestFirst,
} from '@/lib/catalogue/queries';
import { filterToUrl } from '@/lib/filter/url';
import { chartSentence } from './chart-sentence';
import { countTests } from './counts';
import { type DashboardQuery, dashboardUrl } from './dashboard-query';
import { getHeadline, type Headline } from './headline';
import { keptByVersion } from './kept-by-version';
import { reportingZones, todayOf } from './reporting-zones';
import { type Series, toSeries } from './series';

/** How many of the latest events the dashboard lists. */
const latestEvents = 8;

export type LatestEvent = Pick<
  EventRecord,
  'slug' | 'localDate' | 'title' | 'missiles' | 'classes' | 'status' | 'countryName' | 'statusReason'
> & { place: string };

/** Everything that the dashboard shows, ready to be drawn. */
export type Dashboard = {
  version: number;
  /** The day that the numbers are about. */
  today: string;
  /** Whether that is a day that has passed: the catalogue is looked at as it was known then. */
  isPast: boolean;
  zone: string;
  definition: string;
  series: Series;
  sentence: string | null;
  headline: Headline;
  /** How many events the filter lets through, withdrawn ones among them. */
  eventCount: number;
  latest: LatestEvent[];
  countries: CountryOption[];
  /** Of whom there is a claim on record, as known on the day that is asked for. */
  assessors: string[];
  /** Since when there is anything on record, as an instant. */
  knownSince: string | null;
};

/** @param now tells which day it is in the reporting zone */
export async function readDashboard(query: DashboardQuery, now: Date): Promise<Dashboard> {
  const { filter, by, unit } = query;
  const version = await catalogueVersion();
  const zones = await keptByVersion(version, `zones ${filterToUrl(filter)}`, () => reportingZones(filter));
  const today = todayOf(filter, zones, now);
  const isPast = today !== todayOf({}, zones, now);
  return keptByVersion(version, `dashboard ${today} ${isPast} ${dashboardUrl(query)}`, async () => {
    const otherUnit = unit === 'missiles' ? 'events' : 'missiles';
    const [counts, other, headline, latest, choices, assessors, since] = await Promise.all([
      countTests({ filter, by, split: 'class', unit }),
      countTests({ filter, by, split: 'none', unit: otherUnit }),
      getHeadline(filter, today),
      listEvents(filter, { sort: newestFirst, limit: latestEvents, offset: 0 }),
      listChoices(),
      listAssessors(filter),
      knownSince(),
    ]);
    const span = { by, from: filter.from, to: filter.to, today };
    const series = toSeries(counts.rows, span);
    return {
      version,
      today,
      isPast,
      zone: counts.zone,
      definition: counts.definition,
      series,
      sentence: chartSentence(series, toSeries(other.rows, span), unit),
      headline,
      eventCount: latest.total,
      latest: latest.events.map(toLatestEvent),
      countries: choices.countries,
      assessors,
      knownSince: since,
    };
  });
}

function toLatestEvent(event: EventRecord): LatestEvent {
  const { slug, localDate, title, missiles, classes, status, countryName, statusReason, salvos } = event;
  const places = [...new Set(salvos.flatMap((salvo) => salvo.siteName ?? []))];
  return {
    slug,
    localDate,
    title,
    missiles,
    classes,
    status,
    countryName,
    statusReason,
    place: places.join(', '),
  };
}
