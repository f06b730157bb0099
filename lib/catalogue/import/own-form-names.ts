import type { ClassId } from '@/lib/catalogue/vocabulary';
import type { NamesInFile } from './names-in-file';

/**
 * The salvos of a file in Apogee's own form, with ids for systems and sites also where a person has typed a name. What is
 * not known is left as it is, for the schema to name.
 */
export function namedIds(
  input: Record<string, unknown>,
  country: string,
  names: NamesInFile,
): Record<string, unknown> {
  const salvos = Array.isArray(input.salvos) ? (input.salvos as Record<string, unknown>[]) : [];
  return {
    ...input,
    salvos: salvos.map((salvo) => {
      const { system, site } = salvo;
      const classId = typeof salvo.class === 'string' ? (salvo.class as ClassId) : null;
      return {
        ...salvo,
        system: typeof system === 'string' ? (names.system(system, country, classId)?.id ?? system) : system,
        site: typeof site === 'string' ? (names.site(site, country, null, null)?.id ?? site) : site,
      };
    }),
  };
}
