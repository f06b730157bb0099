import { checkedStates } from '@/lib/catalogue/vocabulary';
import { type Change, CompactSelect, CompactText } from './compact-fields';

type Props = {
  /** What stands before the fields' names: `citations.0.` or `assessments.0.citation.`. */
  prefix: string;
  values: Record<string, string>;
  errors: Record<string, string>;
  onChange: Change;
};

/** Where a claim can be read. */
export function CitationFields({ prefix, values, errors, onChange }: Props) {
  const field = (name: string) => {
    const path = `${prefix}${name}`;
    // Of an assessment, the values are named with `citation.` in front.
    const value = values[name] ?? values[`citation.${name}`] ?? '';
    return { name: path, value, error: errors[path], onChange };
  };
  return (
    <>
      <CompactText {...field('publisher')} width="col-span-2 lg:col-span-3" />
      <CompactText {...field('title')} width="col-span-2 lg:col-span-4" />
      <CompactText
        {...field('url')}
        inputMode="url"
        placeholder="https://"
        width="col-span-2 lg:col-span-5"
      />
      <CompactText {...field('publishedOn')} placeholder="2020-04-14" width="col-span-1 lg:col-span-3" />
      <CompactSelect {...field('checked')} width="col-span-1 lg:col-span-2">
        {checkedStates.map((state) => (
          <option key={state}>{state}</option>
        ))}
      </CompactSelect>
      <CompactText
        {...field('archivedUrl')}
        inputMode="url"
        placeholder="https://"
        width="col-span-2 lg:col-span-7"
      />
    </>
  );
}
