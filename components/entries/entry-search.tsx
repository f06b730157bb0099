import Link from 'next/link';
import { Button } from '@/components/ui/button';

/** The search of a list at the desk: a plain GET form. */
export function EntrySearch({ path, q, hint }: { path: string; q: string; hint: string }) {
  return (
    <form action={path} method="get" className="flex flex-wrap items-end gap-3">
      <div>
        <label htmlFor="q" className="mb-1 block font-medium text-sm">
          {hint}
        </label>
        <input
          type="search"
          id="q"
          name="q"
          maxLength={200}
          defaultValue={q}
          className="min-h-11 w-64 max-w-full border border-line-strong bg-paper px-3 py-2 text-base"
        />
      </div>
      <Button type="submit" look="secondary">
        Search
      </Button>
      {q ? (
        <Link href={path} className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">
          Show all
        </Link>
      ) : null}
    </form>
  );
}

/** Where a list is empty: what would be here, or that nothing fits. */
export function NothingListed({ q, empty }: { q: string; empty: string }) {
  return (
    <p className="max-w-2xl py-10 font-reading text-lg text-muted">
      {q ? `Nothing here is called “${q}”. A part of the name is enough, spelt in any way.` : empty}
    </p>
  );
}
