import { classColour } from './class-marks';

/** The mark of a class beside its name: its colour, or hatching for unknown. */
export function ClassSwatch({ id }: { id: string }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-block size-2.5 shrink-0 ${id === 'unknown' ? 'hatched' : ''}`}
      style={id === 'unknown' ? undefined : { backgroundColor: classColour(id) }}
    />
  );
}
