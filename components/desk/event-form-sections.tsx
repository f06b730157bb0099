import { Button } from '@/components/ui/button';
import type { EventFormValues, ListName } from '@/lib/catalogue/event-form';
import { sentenceAt } from '@/lib/catalogue/event-form-labels';
import { AssessmentFields } from './assessment-fields';
import { CitationFields } from './citation-fields';
import type { Change } from './compact-fields';
import { DoubtsAt } from './doubts-at';
import { FormPart } from './form-part';
import { assessorsOf, SalvoFields } from './salvo-fields';
import type { FormDoubts } from './use-doubts';

type Props = {
  values: EventFormValues;
  keys: Record<ListName, string[]>;
  timeZone: string;
  errors: Record<string, string>;
  doubts: FormDoubts;
  onChange: Change;
  onStep: (step: string) => void;
};

const sections = [
  { list: 'salvos', title: 'Salvo', shortcut: 'Alt+S' },
  { list: 'assessments', title: 'Assessment', shortcut: 'Alt+A' },
  { list: 'citations', title: 'Citation', shortcut: undefined },
] as const;

/** The salvos, assessments and citations of an event, each with its fields and its buttons. */
export function EventFormSections(props: Props) {
  const { values, keys, errors, onStep } = props;
  return sections.map(({ list, title, shortcut }) => (
    // What is wrong with the list as a whole is said at its end, and leads here.
    <section key={list} id={list} tabIndex={-1} aria-label={`${title}s`}>
      {keys[list].map((key, place) => (
        <FormPart
          key={key}
          title={title}
          list={list}
          place={place}
          canRemove={list !== 'salvos' || keys.salvos.length > 1}
          onStep={onStep}
        >
          <PartFields list={list} place={place} {...props} />
          <DoubtsAt doubts={props.doubts} part={`${list}.${place}`} />
          <input type="hidden" name={`${list}.${place}.part`} value={values[list][place]?.part ?? ''} />
        </FormPart>
      ))}
      <div className="border-line border-t py-3">
        {errors[list] ? (
          <p className="mb-2 font-medium text-notice text-sm">{sentenceAt(list, errors[list])}</p>
        ) : null}
        <Button
          type="submit"
          look="secondary"
          name="step"
          value={`add ${list}`}
          aria-keyshortcuts={shortcut}
          onClick={(event) => {
            event.preventDefault();
            onStep(`add ${list}`);
          }}
        >
          {`Add ${title.toLowerCase()}`}
        </Button>
      </div>
    </section>
  ));
}

function PartFields({
  list,
  place,
  values,
  timeZone,
  errors,
  onChange,
}: Props & { list: ListName; place: number }) {
  const salvo = list === 'salvos' ? values.salvos[place] : undefined;
  if (salvo)
    return (
      <SalvoFields
        place={place}
        salvo={salvo}
        localDate={values.localDate}
        timeZone={timeZone}
        assessors={assessorsOf(values.assessments)}
        errors={errors}
        onChange={onChange}
      />
    );
  const assessment = list === 'assessments' ? values.assessments[place] : undefined;
  if (assessment)
    return (
      <AssessmentFields
        place={place}
        assessment={assessment}
        timeZone={timeZone}
        errors={errors}
        onChange={onChange}
      />
    );
  const citation = list === 'citations' ? values.citations[place] : undefined;
  if (!citation) return null;
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-12">
      <CitationFields prefix={`citations.${place}.`} values={citation} errors={errors} onChange={onChange} />
    </div>
  );
}
