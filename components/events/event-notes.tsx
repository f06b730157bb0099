import { Section } from './section';

/** What the analyst adds. */
export function EventNotes({ notes }: { notes: string | null }) {
  if (!notes) return null;
  return (
    <Section title="Notes" id="notes">
      <p className="max-w-3xl whitespace-pre-line font-reading text-lg leading-relaxed [overflow-wrap:anywhere]">
        {notes}
      </p>
    </Section>
  );
}
