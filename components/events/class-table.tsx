import { type MissileClass, missileClasses } from '@/lib/catalogue/classes';
import type { Family } from '@/lib/catalogue/vocabulary';
import { formatNumber } from '@/lib/format/numbers';
import { ClassMark } from './class-mark';

const familyWords: Record<Family, string> = {
  ballistic: 'ballistic',
  cruise: 'cruise',
  space_launch: 'space launch',
  unknown: 'unknown',
};

/** The classes with the limits of their design range, and where these come from. */
export function ClassTable() {
  const sources = [...new Set(missileClasses.map(({ source, id }) => (id === 'unknown' ? null : source)))];
  return (
    <>
      <table className="w-full text-sm">
        <caption className="sr-only">Classes of missiles and their design ranges</caption>
        <thead>
          <tr className="border-ink border-b text-left align-bottom">
            <th scope="col" className="py-2 pr-4 font-medium">
              Class
            </th>
            <th scope="col" className="py-2 pr-4 font-medium max-sm:hidden">
              Family
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              Design range
            </th>
          </tr>
        </thead>
        <tbody>
          {missileClasses.map((missileClass) => (
            <tr key={missileClass.id} className="border-line border-b align-top">
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                <ClassMark id={missileClass.id} />
                <span className="block text-muted">{missileClass.name}</span>
              </th>
              <td className="py-2 pr-4 max-sm:hidden">{familyWords[missileClass.family]}</td>
              <td className="py-2 text-right">{rangeWords(missileClass)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-muted text-sm">
        Limits: {sources.filter((source) => source !== null).join('; ')}.
      </p>
    </>
  );
}

/** `1,000 to 3,000 km`; the lower limit is included, the upper is not. */
function rangeWords({ minRangeKm, maxRangeKm }: MissileClass): string {
  if (minRangeKm === null && maxRangeKm === null) return 'not defined by range';
  if (maxRangeKm === null) return `${formatNumber(minRangeKm)} km and more`;
  if (!minRangeKm) return `under ${formatNumber(maxRangeKm)} km`;
  return `${formatNumber(minRangeKm)} to under ${formatNumber(maxRangeKm)} km`;
}
