/** What each field of the form is called, at the field and in the list of mistakes. */
export const fieldLabels: Record<string, string> = {
  country: 'Country',
  localDate: 'Date',
  statusReason: 'Reason for the status',
  notes: 'Notes',
  reason: 'Reason for the change',
  system: 'System',
  class: 'Class',
  site: 'Site',
  launchTime: 'Launch time',
  zone: 'Clock',
  countMin: 'Count',
  countMax: 'Up to',
  orMore: 'or more',
  countText: 'As reported',
  distanceKm: 'Distance (km)',
  apogeeKm: 'Apogee (km)',
  bearingDeg: 'Bearing (°)',
  landingArea: 'Landing area',
  outcome: 'Outcome',
  figuresFrom: 'Figures from',
  assessor: 'Assessor',
  statedOn: 'Stated on',
  statedOnText: 'Stated on, as given',
  text: 'What was said',
  hedge: 'Hedge',
  status: 'Standing',
  likelihood: 'Likelihood',
  confidence: 'Confidence',
  sourceReliability: 'Source reliability',
  infoCredibility: 'Credibility',
  publisher: 'Publisher',
  title: 'Title',
  url: 'URL',
  publishedOn: 'Published on',
  archivedUrl: 'Archived copy',
  checked: 'Checked',
  name: 'Name',
  aliases: 'Aliases',
  latitude: 'Latitude',
  longitude: 'Longitude',
  positionPrecision: 'How exact',
  keepOldName: 'Where the name changes, keep the old one as an alias',
  classToSalvos: 'Give its salvos of record this class too',
  date: 'First day',
  endDate: 'Last day',
  kind: 'Kind',
  summary: 'Summary',
  place: 'Place',
};

/** `salvos.0.distanceKm` → `Distance (km)`. */
export function labelOf(path: string): string {
  if (path === 'status') return 'Status';
  const label = fieldLabels[path.split('.').at(-1) ?? ''] ?? path;
  return path.includes('.figures.') ? `${label} claimed` : label;
}

/** `Salvo 2`, `Assessment 1`, `Citation 1`; nothing for a field of the event itself. */
export function partOf(path: string): string {
  const [list = '', place] = path.split('.');
  const name = { salvos: 'Salvo', assessments: 'Assessment', citations: 'Citation' }[list];
  return name && place !== undefined ? `${name} ${Number(place) + 1}` : '';
}

/** A schema's message as a sentence: `is below 1` at `salvos.0.countMin` → `Count is below 1.` */
export function sentenceAt(path: string, message: string): string {
  const sentence = /^[a-z]/.test(message) ? `${labelOf(path)} ${message}` : message;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
