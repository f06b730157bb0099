import { missileClass } from '@/lib/catalogue/classes';
import { formatLongDate } from '@/lib/format/dates';
import type { Earlier, NoveltyEvent, NoveltySalvo } from './novelty-event';
import { fact, gapDays, latest, type NoveltyFact, newsworthy, unique } from './novelty-fact';

type Trait = {
  scope: Record<string, string>;
  launch: string;
  minDays: number;
  has: (salvo: NoveltySalvo) => boolean;
  /** Whether an earlier event says anything about this trait at all. */
  known: (salvo: NoveltySalvo) => boolean;
};

/** The first of its class, family or system since, or ever. */
export function firsts(event: NoveltyEvent, earlier: Earlier): NoveltyFact[] {
  const classes = factsOf(
    unique(event.salvos.map((salvo) => salvo.class)).flatMap(classTrait),
    event,
    earlier,
  );
  const families = factsOf(
    unique(event.salvos.map((salvo) => salvo.family)).flatMap(familyTrait),
    event,
    earlier,
  );
  const systems = factsOf(systemTraits(event), event, earlier);
  // The wider claim says the narrower one as well, where both go back to the same event.
  const wider = [...families, ...classes];
  return [
    ...classes.filter((fact) => !families.some((family) => saysAsMuch(family, fact))),
    ...families,
    ...systems.filter((fact) => !wider.some((other) => saysAsMuch(other, fact))),
  ];
}

/** The first from its site since, or ever. */
export function siteFirsts(event: NoveltyEvent, earlier: Earlier): NoveltyFact[] {
  return factsOf(siteTraits(event), event, earlier);
}

function saysAsMuch(wider: NoveltyFact, narrower: NoveltyFact): boolean {
  return wider.kind === 'first-since' && narrower.kind === 'first-since' && wider.since === narrower.since;
}

function classTrait(id: NoveltySalvo['class']): Trait[] {
  if (id === 'unknown') return [];
  const { name, family } = missileClass(id);
  const spoken = { cruise: 'cruise missile', space_launch: 'space' } as Record<string, string>;
  return [
    {
      scope: spoken[family] ? { class: id, family } : { class: id },
      launch: `${spoken[family] ?? name} launch`,
      minDays: newsworthy.sinceClassDays,
      has: (salvo) => salvo.class === id,
      known: (salvo) => salvo.class !== 'unknown',
    },
  ];
}

/** Cruise and space launch are families of one class: the class has said it. */
function familyTrait(family: NoveltySalvo['family']): Trait[] {
  if (family !== 'ballistic') return [];
  return [
    {
      scope: { family },
      launch: 'ballistic missile launch',
      minDays: newsworthy.sinceFamilyDays,
      has: (salvo) => salvo.family === family,
      known: (salvo) => salvo.family !== 'unknown',
    },
  ];
}

function systemTraits(event: NoveltyEvent): Trait[] {
  const systems = new Map(event.salvos.map((salvo) => [salvo.system, salvo.systemName]));
  return [...systems].flatMap(([system, name]) =>
    system === null
      ? []
      : {
          scope: { system },
          launch: `${name ?? system} launch`,
          minDays: newsworthy.sinceSystemDays,
          has: (salvo: NoveltySalvo) => salvo.system === system,
          known: (salvo: NoveltySalvo) => salvo.system !== null,
        },
  );
}

function siteTraits(event: NoveltyEvent): Trait[] {
  const sites = new Map(event.salvos.map((salvo) => [salvo.site, salvo.siteName]));
  return [...sites].flatMap(([site, name]) =>
    site === null
      ? []
      : {
          scope: { site },
          launch: `launch from ${name ?? site}`,
          minDays: newsworthy.sinceSiteDays,
          has: (salvo: NoveltySalvo) => salvo.site === site,
          known: (salvo: NoveltySalvo) => salvo.site !== null,
        },
  );
}

function factsOf(traits: Trait[], event: NoveltyEvent, { before, perhaps }: Earlier): NoveltyFact[] {
  return traits.flatMap((trait) => {
    const having = (events: NoveltyEvent[]) => events.filter((other) => other.salvos.some(trait.has));
    if (having(perhaps).length > 0) return [];
    const previous = latest(having(before));
    if (!previous) {
      if (!before.some((other) => other.salvos.some(trait.known))) return [];
      return [fact('first-ever', trait.scope, { sentence: `first ${trait.launch} on record` })];
    }
    const days = gapDays(previous, event);
    if (days < trait.minDays) return [];
    const since = previous.localDate;
    const sentence = `first ${trait.launch} since ${formatLongDate(since)}`;
    return [fact('first-since', trait.scope, { since, days, sentence })];
  });
}
