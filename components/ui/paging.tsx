import Link from 'next/link';
import { formatNumber } from '@/lib/format/numbers';

type Props = {
  page: number;
  pages: number;
  /** The address of a page of the list, from 1. */
  hrefOf: (page: number) => string;
};

/** Where the reader is in a list, and the way on. Plain links; nothing where there is one page alone. */
export function Paging({ page, pages, hrefOf }: Props) {
  if (pages < 2) return null;
  const link = (to: number, rel: 'prev' | 'next', words: string) =>
    to >= 1 && to <= pages ? (
      <Link
        href={hrefOf(to)}
        rel={rel}
        prefetch={false}
        className="inline-flex min-h-11 items-center underline underline-offset-4 hover:no-underline"
      >
        {words}
      </Link>
    ) : (
      <span className="inline-flex min-h-11 items-center text-muted">{words}</span>
    );
  return (
    <nav aria-label="Pages of the list" className="flex items-center justify-between gap-4 py-4 text-sm">
      {link(page - 1, 'prev', '← Previous')}
      <p>
        Page {formatNumber(page)} of {formatNumber(pages)}
      </p>
      {link(page + 1, 'next', 'Next →')}
    </nav>
  );
}
