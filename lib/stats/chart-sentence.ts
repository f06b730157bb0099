import { formatSum } from '@/lib/format/numbers';
import { listInWords } from '@/lib/format/words';
import type { CountUnit } from './count-query';
import { periodWord } from './period-names';
import type { Amount, Series } from './series';

/** From this many times the runner-up on, a record stands out. */
const clearLead = 1.25;

/**
 * What a chart of tests shows, in a sentence: the period with the highest count. Null where there is nothing to compare.
 * @param series the counts in `unit`
 * @param other the same periods in the other unit, to say both
 */
export function chartSentence(series: Series, other: Series, unit: CountUnit): string | null {
  const counted = series.periods.filter((period) => period.total.count > 0);
  const [most, second] = [...counted].sort((a, b) => b.total.count - a.total.count);
  if (!most) return null;

  const amounts = amountsOf(most.period, most.total, other, unit);
  const name = [most.name, most.days].filter(Boolean).join(' ');
  if (!second) return `${name} is the only ${periodWord(series.by)} with a test: ${amounts}.`;

  const shared = counted.filter((period) => period.total.count === most.total.count);
  if (shared.length > 1) {
    const names = shared.map((period) => period.name);
    return `${joinNames(names)} have the highest count: ${inWords(most.total, unit)} each.`;
  }
  const runnerUp = `${inWords(second.total, unit)} in ${second.name}`;
  return most.total.count >= clearLead * second.total.count
    ? `${name} stands out: ${amounts}. The next highest count is ${runnerUp}.`
    : `${name} has the highest count: ${amounts}, followed by ${runnerUp}.`;
}

/** `at least 1 missile`, `33 rounds`. */
export function inWords({ count, openEnded }: Amount, unit: CountUnit): string {
  const word = { missiles: 'missile', events: 'round' }[unit];
  return `${openEnded ? 'at least ' : ''}${formatSum(count, false)} ${word}${count === 1 ? '' : 's'}`;
}

function amountsOf(period: string, total: Amount, other: Series, unit: CountUnit): string {
  const otherTotal = other.periods.find((candidate) => candidate.period === period)?.total;
  if (!otherTotal) return inWords(total, unit);
  return unit === 'missiles'
    ? `${inWords(total, 'missiles')} in ${inWords(otherTotal, 'events')}`
    : `${inWords(total, 'events')} with ${inWords(otherTotal, 'missiles')}`;
}

function joinNames(names: string[]): string {
  if (names.length > 4) return `${names.length} periods`;
  return listInWords(names);
}
