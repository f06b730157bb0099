import {
  CompactCheck,
  CompactSelect,
  CompactText,
  CompactTextArea,
  type FieldProps,
} from '@/components/desk/compact-fields';
import { missileClasses } from '@/lib/catalogue/classes';
import type { EntryFormValues } from '@/lib/catalogue/entry-form';
import type { NamedKind } from '@/lib/catalogue/entry-schema';
import { type ClassId, positionPrecisions } from '@/lib/catalogue/vocabulary';
import { plural } from '@/lib/format/numbers';
import { listInWords } from '@/lib/format/words';

type Props = {
  kind: NamedKind;
  values: EntryFormValues;
  initial: EntryFormValues;
  isNew: boolean;
  field: (name: string) => FieldProps;
  countries: { id: string; name: string }[];
  salvos: { class: ClassId; salvos: number }[];
};

const grid = 'grid grid-cols-2 gap-x-4 gap-y-4 py-4 lg:grid-cols-12';

/** Name, country, aliases, and what only systems or sites have. */
export function NamedFields({ kind, values, initial, isNew, field, countries, salvos }: Props) {
  return (
    <>
      <div className={grid}>
        <CompactText
          {...field('name')}
          hint={
            isNew && kind !== 'assessor' ? 'Its id is made from it, and stays when it is renamed.' : undefined
          }
          width="col-span-2 lg:col-span-6"
          needed
        />
        <CompactSelect {...field('country')} width="col-span-2 lg:col-span-3" needed={kind !== 'assessor'}>
          <option value="">{kind === 'assessor' ? 'none' : 'choose'}</option>
          {countries.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </CompactSelect>
        {kind === 'system' ? (
          <CompactSelect {...field('class')} hint="By design range." width="col-span-2 lg:col-span-3" needed>
            <option value="">choose</option>
            {missileClasses.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === 'unknown' ? 'unknown' : `${id}, ${name}`}
              </option>
            ))}
          </CompactSelect>
        ) : null}
        {isNew ? null : <CompactCheck {...field('keepOldName')} width="col-span-2 lg:col-span-12 lg:pt-0" />}
        {kind === 'system' && salvos.length > 0 ? (
          <ClassToSalvos
            field={field('classToSalvos')}
            chosen={values.class ?? ''}
            before={initial.class ?? ''}
            salvos={salvos}
          />
        ) : null}
        <CompactTextArea
          {...field('aliases')}
          rows={4}
          hint="One a line. Hyphens, spaces, accents and capitals make no difference."
          width="col-span-2 lg:col-span-6"
        />
        {kind === 'system' ? (
          <CompactTextArea {...field('notes')} rows={4} width="col-span-2 lg:col-span-6" />
        ) : null}
      </div>
      {kind === 'site' ? (
        <div className={`${grid} border-line border-t`}>
          <CompactText
            {...field('latitude')}
            inputMode="decimal"
            placeholder="39.66"
            hint="Degrees, south is negative."
            width="col-span-1 lg:col-span-3"
          />
          <CompactText
            {...field('longitude')}
            inputMode="decimal"
            placeholder="124.71"
            hint="Degrees, west is negative."
            width="col-span-1 lg:col-span-3"
          />
          <CompactSelect {...field('positionPrecision')} width="col-span-2 lg:col-span-3">
            <option value="">not given</option>
            {positionPrecisions.map((precision) => (
              <option key={precision}>{precision}</option>
            ))}
          </CompactSelect>
        </div>
      ) : null}
    </>
  );
}

/** How many salvos of record differ from the class, and the offer to change them with it. */
function ClassToSalvos({
  field,
  chosen,
  before,
  salvos,
}: {
  field: FieldProps;
  chosen: string;
  before: string;
  salvos: { class: ClassId; salvos: number }[];
}) {
  const all = salvos.reduce((sum, one) => sum + one.salvos, 0);
  const differing = all - (salvos.find((one) => one.class === chosen)?.salvos ?? 0);
  const distribution = listInWords(salvos.map((one) => `${one.salvos} ${one.class}`));
  return (
    <div className="col-span-2 text-sm lg:col-span-12">
      <p>
        Of its {plural(all, 'salvo')} of record {distribution}:{' '}
        {differing === 0 ? 'none differs' : plural(differing, 'differs', 'differ')} from the class
        {chosen === before ? '' : ' now chosen'}. A change of class leaves them as they are unless this is
        ticked.
      </p>
      <CompactCheck {...field} width="!pt-0" />
    </div>
  );
}
