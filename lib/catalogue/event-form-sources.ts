import type { EventFormValues } from './event-form';
import { type FormPartValues, isSameUnit, partUnits } from './event-form-units';
import { figureNames } from './vocabulary';

/**
 * A salvo names assessments by their places in the form. While parts come and go between two forms they are named by what
 * stays: their identity.
 * @param identities of the assessments, in the form's order
 */
export function sourcesByIdentity<Part extends FormPartValues>(salvo: Part, identities: string[]): Part {
  return withNamed(salvo, (place) => (/^\d+$/.test(place) ? identities[Number(place)] : undefined));
}

/** The other way round; a figure whose assessment is not there has no source. */
export function sourcesByPlace<Part extends FormPartValues>(salvo: Part, identities: string[]): Part {
  return withNamed(salvo, (identity) => {
    const place = identities.indexOf(identity);
    return place < 0 ? undefined : String(place);
  });
}

/**
 * The form without the sources of figures that were given another value in it: the claim that they came from does not give that
 * one. Whose it is then, is worked out anew.
 * @param opened the form as it was opened
 */
export function withoutOutdatedSources(values: EventFormValues, opened: EventFormValues): EventFormValues {
  const salvos = values.salvos.map((salvo) => {
    const before = opened.salvos.find(({ part }) => part === salvo.part);
    if (!before || salvo.figuresFrom !== 'kept') return salvo;
    const changed = figureNames.filter((figure) => {
      const name = { launchedAt: 'launchTime', count: 'countMin' }[figure as string] ?? figure;
      const unit = partUnits.salvos.find((known) => known.name === name);
      return unit !== undefined && !isSameUnit(unit, salvo, before);
    });
    const sources = salvo.sources
      .split(' ')
      .filter((pair) => !changed.some((figure) => pair.startsWith(`${figure}=`)));
    return { ...salvo, sources: sources.join(' ') };
  });
  return { ...values, salvos };
}

function withNamed<Part extends FormPartValues>(
  salvo: Part,
  nameOf: (name: string) => string | undefined,
): Part {
  const { figuresFrom = '', sources = '' } = salvo;
  const isOne = figuresFrom !== '' && figuresFrom !== 'kept';
  return {
    ...salvo,
    figuresFrom: isOne ? (nameOf(figuresFrom) ?? '') : figuresFrom,
    sources: sources
      .split(' ')
      .flatMap((pair) => {
        const [figure = '', name = ''] = pair.split('=');
        const named = nameOf(name);
        return named === undefined ? [] : [`${figure}=${named}`];
      })
      .join(' '),
  };
}
