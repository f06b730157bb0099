'use client';

import { useTable } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import type { EventRow } from './event-row';
import { columns, features } from './events-columns';
import { type EventsView, eventsHref } from './events-href';

const ascending = { false: 'none', asc: 'ascending', desc: 'descending' } as const;

/** Browsers forget what a table is as soon as its `display` changes; said outright, it stays one for a screen reader. */
const stays = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

/**
 * The events as a table. Sorting and paging are done by the server: the headers are links, so they work without
 * JavaScript too. On a narrow screen the same markup stacks each row.
 */
export function EventsTable({
  rows,
  view,
  caption,
}: {
  rows: EventRow[];
  view: EventsView;
  caption: string;
}) {
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.slug,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting: [{ id: view.sort.key, desc: view.sort.descending }] },
    onSortingChange: () => {},
  });

  return (
    <>
      <p aria-hidden="true" className="text-muted text-xs lg:hidden">
        Sort by
      </p>
      <table {...stays.table} className="block w-full text-sm lg:table">
        <caption className="sr-only">{caption}</caption>
        <thead {...stays.rowgroup} className="block border-ink border-b lg:table-header-group">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} {...stays.row} className="flex flex-wrap items-baseline gap-x-3 lg:table-row">
              {group.headers.map((header) => {
                const { column } = header;
                const sorted = column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    {...stays.columnheader}
                    aria-sort={column.getCanSort() ? ascending[`${sorted}`] : undefined}
                    className={`py-0.5 text-left align-bottom font-medium lg:border-ink lg:border-b lg:pr-4 lg:last:pr-0 ${
                      column.columnDef.meta?.numeric ? 'lg:text-right' : ''
                    } ${column.getCanSort() ? '' : 'max-lg:sr-only'}`}
                  >
                    {column.getCanSort() ? (
                      <SortLink
                        view={view}
                        id={column.id}
                        sorted={sorted}
                        descendingFirst={column.columnDef.sortDescFirst ?? false}
                      >
                        <table.FlexRender header={header} />
                      </SortLink>
                    ) : (
                      <span className="inline-block lg:leading-8">
                        <table.FlexRender header={header} />
                      </span>
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody {...stays.rowgroup} className="block lg:table-row-group">
          {table.getRowModel().rows.map((row) => (
            <tr
              key={row.id}
              {...stays.row}
              className={`grid grid-cols-3 gap-x-4 gap-y-2 border-line border-b py-4 lg:table-row ${
                row.original.status === 'withdrawn' ? 'text-muted' : ''
              }`}
            >
              {row.getAllCells().map((cell) => {
                const { meta } = cell.column.columnDef;
                return (
                  <td
                    key={cell.id}
                    {...stays.cell}
                    className={`min-w-0 lg:border-line lg:border-b lg:py-3 lg:pr-4 lg:align-top lg:last:pr-0 ${meta?.narrow ?? ''} ${
                      meta?.numeric ? 'lg:text-right' : ''
                    }`}
                  >
                    {meta?.label ? (
                      <span aria-hidden="true" className="block text-muted text-xs lg:hidden">
                        {meta.label}
                      </span>
                    ) : null}
                    <table.FlexRender cell={cell} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type SortLinkProps = {
  view: EventsView;
  id: string;
  sorted: false | 'asc' | 'desc';
  descendingFirst: boolean;
  children: React.ReactNode;
};

/** A header that turns the order round, or sorts by another column. Sorting leads back to the first page. */
function SortLink({ view, id, sorted, descendingFirst, children }: SortLinkProps) {
  const descending = sorted ? sorted === 'asc' : descendingFirst;
  const Arrow = sorted === 'asc' ? ArrowUp : ArrowDown;
  return (
    <Link
      href={eventsHref({ ...view, sort: { key: id, descending }, page: 1 })}
      prefetch={false}
      scroll={false}
      className="inline-flex min-h-8 items-center gap-1 whitespace-nowrap underline-offset-4 hover:underline max-lg:underline max-lg:decoration-line-strong"
    >
      {children}
      {sorted ? <Arrow aria-hidden="true" className="size-3.5" /> : null}
    </Link>
  );
}
