import { changeWords, countLines, type ImportReport, leftOutWords, mostListed, workWords } from './report';

/** The report as plain lines, for a terminal: the counts, then what each of them is. */
export function reportLines(report: ImportReport, isDry: boolean): string[] {
  const { counts } = report;
  const work = workWords(report);
  return [
    `${report.layout}.`,
    ...countLines(report).map((line) => `  ${line}`),
    ...part(
      'New',
      counts.new,
      report.new.map(({ slug, title }) => `${slug}  ${title}`),
    ),
    ...part(
      'Changed',
      counts.changed,
      report.changed.flatMap(({ slug, title, changes }) => [
        `${slug}  ${title}`,
        ...changes.map(
          (change) =>
            `    ${change.label}: ${changeWords(change, change.before)} → ${changeWords(change, change.after)}`,
        ),
      ]),
    ),
    ...part(
      'Cannot be read',
      counts.faults,
      report.faults.map(
        ({ where, message, events }) =>
          `${where}: ${message}${events.length > 0 ? ` ${leftOutWords(events)}` : ''}`,
      ),
    ),
    ...part(
      'Kept in words only, their figure unknown',
      counts.inWords,
      report.inWords.map(({ where, message }) => `${where}: ${message}`),
    ),
    ...part(
      'In the catalogue, and not in the file (they stay)',
      counts.missing,
      report.missing.map(({ slug, title }) => `${slug}  ${title}`),
    ),
    ...part(
      'Not in the catalogue, and kept as text',
      report.unknownNames.length,
      report.unknownNames.map(({ kind, name, rows }) => `${kind} ${name} (${rows} times)`),
    ),
    ...part(
      'Made',
      report.newNames.length,
      report.newNames.map(({ kind, name }) => `${kind} ${name}`),
    ),
    ...part('Columns that are not read', report.unread.length, report.unread),
    '',
    work === null
      ? 'Nothing to do.'
      : isDry
        ? `This would import ${work}. Nothing was written.`
        : `Imported ${work}.`,
  ];
}

function part(title: string, count: number, lines: string[]): string[] {
  if (count === 0) return [];
  const more = count > mostListed ? [`  and ${(count - mostListed).toLocaleString('en-GB')} more`] : [];
  return ['', `${title}:`, ...lines.map((line) => `  ${line}`), ...more];
}
