import type { ClassId, Family } from './vocabulary';

export type MissileClass = {
  id: ClassId;
  /** In the singular, as it stands in a sentence: "first cruise missile launch". */
  name: string;
  family: Family;
  /** Limits of the design range in km, lower bound included; null where the class is not defined by range. */
  minRangeKm: number | null;
  maxRangeKm: number | null;
  source: string;
};

const nasic = 'National Air and Space Intelligence Center, Ballistic and Cruise Missile Threat (2020)';

/**
 * The classes, ballistic ones from short to long range. A class follows the design range, not the distance flown:
 * a lofted ICBM that comes down after 950 km is an ICBM.
 * Limits: NASIC 2020 (SRBM under 1,000 km; MRBM 1,000 to 3,000; IRBM 3,000 to 5,500; ICBM over 5,500).
 */
export const missileClasses: readonly MissileClass[] = [
  {
    id: 'SRBM',
    name: 'short-range ballistic missile',
    family: 'ballistic',
    minRangeKm: 0,
    maxRangeKm: 1000,
    source: nasic,
  },
  {
    id: 'MRBM',
    name: 'medium-range ballistic missile',
    family: 'ballistic',
    minRangeKm: 1000,
    maxRangeKm: 3000,
    source: nasic,
  },
  {
    id: 'IRBM',
    name: 'intermediate-range ballistic missile',
    family: 'ballistic',
    minRangeKm: 3000,
    maxRangeKm: 5500,
    source: nasic,
  },
  {
    id: 'ICBM',
    name: 'intercontinental ballistic missile',
    family: 'ballistic',
    minRangeKm: 5500,
    maxRangeKm: null,
    source: nasic,
  },
  {
    id: 'SLBM',
    name: 'submarine-launched ballistic missile',
    family: 'ballistic',
    minRangeKm: null,
    maxRangeKm: null,
    source: nasic,
  },
  {
    id: 'HGV',
    name: 'hypersonic glide vehicle',
    family: 'ballistic',
    minRangeKm: null,
    maxRangeKm: null,
    source: nasic,
  },
  {
    id: 'SLV',
    name: 'space launch vehicle',
    family: 'space_launch',
    minRangeKm: null,
    maxRangeKm: null,
    source: nasic,
  },
  { id: 'CM', name: 'cruise missile', family: 'cruise', minRangeKm: null, maxRangeKm: null, source: nasic },
  {
    id: 'unknown',
    name: 'missile of unknown class',
    family: 'unknown',
    minRangeKm: null,
    maxRangeKm: null,
    source: 'no class on record',
  },
];

const byId = new Map(missileClasses.map((missileClass) => [missileClass.id, missileClass]));

export function missileClass(id: ClassId): MissileClass {
  const found = byId.get(id);
  if (!found) throw new Error(`no such class: ${id}`);
  return found;
}

/**
 * Which class speaks for a round of several: the one of the longest range. Rounds are counted once, so a chart of
 * rounds needs one class a round.
 */
export const leadOrder: readonly ClassId[] = [
  'ICBM',
  'IRBM',
  'MRBM',
  'SLBM',
  'HGV',
  'SRBM',
  'SLV',
  'CM',
  'unknown',
];
