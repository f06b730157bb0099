import type { EventFilter } from '@/lib/filter/schema';

/** The formats in which events leave Apogee as a file, and what each is called. */
export const exportFormats = ['csv', 'xlsx', 'json', 'geojson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const formatNames: Record<ExportFormat, string> = {
  csv: 'CSV',
  xlsx: 'XLSX',
  json: 'JSON',
  geojson: 'GeoJSON',
};

export const contentTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  geojson: 'application/geo+json',
};

const longestName = 100;

/** `apogee-events-kp-icbm-2026-11-24.csv`: what is in it, and the day (UTC) of which it is. */
export function exportFileName(filter: EventFilter, format: ExportFormat, now: Date): string {
  const {
    country,
    class: classes,
    family,
    system,
    site,
    outcome,
    status,
    from,
    to,
    asKnownOn,
    accordingTo,
  } = filter;
  const parts = [
    ...[country, classes, family, system, site, outcome, status].flat(),
    from ? `from-${from}` : '',
    to ? `to-${to}` : '',
    accordingTo ? `according-to-${accordingTo}` : '',
    asKnownOn ? `as-known-on-${asKnownOn}` : '',
  ];
  const words = parts
    .map((part) => part.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'))
    .filter((part) => /[a-z0-9]/.test(part))
    .join('-');
  const stem = `apogee-events-${words}`.slice(0, longestName).replace(/-+$/, '');
  return `${stem}-${now.toISOString().slice(0, 10)}.${format}`;
}
