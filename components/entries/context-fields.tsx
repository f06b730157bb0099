import { CitationFields } from '@/components/desk/citation-fields';
import {
  CompactSelect,
  CompactText,
  CompactTextArea,
  type FieldProps,
} from '@/components/desk/compact-fields';
import { Button } from '@/components/ui/button';
import { contextKindWords } from '@/lib/catalogue/context-words';
import { citationPlaces, type EntryFormValues } from '@/lib/catalogue/entry-form';
import { contextKinds } from '@/lib/catalogue/vocabulary';

type Props = {
  values: EntryFormValues;
  errors: Record<string, string>;
  field: (name: string) => FieldProps;
  countries: { id: string; name: string }[];
  onAddCitation: () => void;
};

const grid = 'grid grid-cols-2 gap-x-4 gap-y-4 py-4 lg:grid-cols-12';

/** When, what and where, and the sources that say so. */
export function ContextFields({ values, errors, field, countries, onAddCitation }: Props) {
  const { onChange } = field('title');
  return (
    <>
      <div className={grid}>
        <CompactText {...field('date')} placeholder="2018-06-12" width="col-span-1 lg:col-span-3" needed />
        <CompactText
          {...field('endDate')}
          placeholder="2018-06-14"
          hint="Where it took several days."
          width="col-span-1 lg:col-span-3"
        />
        <CompactSelect {...field('kind')} width="col-span-2 lg:col-span-3" needed>
          <option value="">choose</option>
          {contextKinds.map((kind) => (
            <option key={kind} value={kind}>
              {contextKindWords[kind]}
            </option>
          ))}
        </CompactSelect>
        <CompactSelect
          {...field('country')}
          hint="Whose tests it is the context of."
          width="col-span-2 lg:col-span-3"
        >
          <option value="">none</option>
          {countries.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </CompactSelect>
        <CompactText {...field('title')} width="col-span-2 lg:col-span-12" needed />
        <CompactTextArea {...field('summary')} rows={3} width="col-span-2 lg:col-span-12" needed />
        <CompactText {...field('place')} placeholder="Singapore" width="col-span-2 lg:col-span-6" />
        <CompactText
          {...field('latitude')}
          inputMode="decimal"
          hint="Degrees, south is negative."
          width="col-span-1 lg:col-span-3"
        />
        <CompactText
          {...field('longitude')}
          inputMode="decimal"
          hint="Degrees, west is negative."
          width="col-span-1 lg:col-span-3"
        />
      </div>
      {citationPlaces(values).map((place, index) => (
        <fieldset key={place} aria-labelledby={`source-${place}`} className="border-line border-t pt-3">
          <h2 id={`source-${place}`} className="text-lg">
            {`Source ${index + 1}`}
          </h2>
          <div className={grid}>
            <CitationFields
              prefix={`citations.${place}.`}
              values={Object.fromEntries(
                Object.entries(values).flatMap(([name, value]) =>
                  name.startsWith(`citations.${place}.`) ? [[name.split('.').at(-1), value]] : [],
                ),
              )}
              errors={errors}
              onChange={onChange}
            />
          </div>
        </fieldset>
      ))}
      <div className="border-line border-t py-3">
        <Button
          type="submit"
          look="secondary"
          name="step"
          value="add citation"
          onClick={(event) => {
            event.preventDefault();
            onAddCitation();
          }}
        >
          Add source
        </Button>
        <span className="ml-4 text-muted text-sm">One that is left empty is not kept.</span>
      </div>
    </>
  );
}
