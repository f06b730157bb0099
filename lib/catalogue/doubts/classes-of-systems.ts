import type { Doubt, DoubtBasis, EnteredEvent } from './doubt';

/**
 * Classes that are not those of the system chosen. A system whose own class is not known goes with any.
 * Example: Hwasong-12, an IRBM, entered as SRBM.
 */
export function classesOfSystems({ salvos }: EnteredEvent, { choices }: DoubtBasis): Doubt[] {
  return salvos.flatMap((salvo): Doubt[] => {
    const system = choices.systems.find(({ id }) => id === salvo.system);
    if (!system || system.class === 'unknown' || salvo.class === null || salvo.class === system.class)
      return [];
    const entered = salvo.class === 'unknown' ? 'an unknown class' : salvo.class;
    return [
      {
        kind: 'class-of-system',
        key: ['class-of-system', system.id, system.class, salvo.class].join('|'),
        path: `${salvo.path}class`,
        message: `${system.name} is of class ${system.class} in the list of systems; ${entered} is entered.`,
      },
    ];
  });
}
