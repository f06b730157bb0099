import type { ReactNode } from 'react';
import type { ListName } from '@/lib/catalogue/event-form';

/** One salvo, assessment or citation of the form, with the buttons that copy it and take it away. */
export function FormPart({
  title,
  list,
  place,
  canRemove,
  onStep,
  children,
}: {
  title: string;
  list: ListName;
  place: number;
  canRemove: boolean;
  onStep: (step: string) => void;
  children: ReactNode;
}) {
  const button = (verb: string, word: string) => (
    <button
      type="submit"
      name="step"
      value={`${verb} ${list} ${place}`}
      aria-label={`${word} ${title.toLowerCase()} ${place + 1}`}
      className="min-h-11 px-1 text-sm underline underline-offset-4 hover:no-underline lg:min-h-8"
      onClick={(event) => {
        event.preventDefault();
        onStep(`${verb} ${list} ${place}`);
      }}
    >
      {word}
    </button>
  );
  return (
    <fieldset aria-labelledby={`${list}-${place}`} className="relative border-line border-t pt-2 pb-5">
      <h2 id={`${list}-${place}`} className="mb-2 flex min-h-11 items-center text-lg lg:min-h-8">
        {`${title} ${place + 1}`}
      </h2>
      {children}
      {/* Seen beside the heading, reached after the fields: the way from field to field is the common one. */}
      <div className="absolute top-2 right-0 flex gap-3">
        {list === 'salvos' ? button('duplicate', 'Duplicate') : null}
        {canRemove ? button('remove', 'Remove') : null}
      </div>
    </fieldset>
  );
}
