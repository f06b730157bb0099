import Link from 'next/link';

/** A part of the filter that the form has no control for: what it says, and the address of the list without it. */
export type Narrowing = { key: string; value: string; words: string; without: string };

/** What a link has narrowed the list to beyond the form, each part with a way to drop it. */
export function NarrowedBy({ narrowings }: { narrowings: Narrowing[] }) {
  if (narrowings.length === 0) return null;
  return (
    <ul aria-label="Also narrowed to" className="flex flex-wrap gap-x-6 pt-3 text-sm">
      {narrowings.map(({ key, words, without }) => (
        <li key={key} className="inline-flex min-h-9 flex-wrap items-center gap-x-2">
          {words}
          <Link href={without} className="underline underline-offset-4 hover:no-underline">
            drop this<span className="sr-only">: {words}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
