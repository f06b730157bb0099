import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import Link from 'next/link';
import { ClassMark, Known } from './class-mark';
import type { EventRow } from './event-row';
import { StatusWord } from './status-word';

type ColumnMeta = {
  /** Where the cell stands when a row is stacked on a narrow screen. */
  narrow: string;
  numeric?: boolean;
  /** A heading of its own within a stacked row, where the value alone would not say what it is. */
  label?: string;
};

/** Sorting is only declared here: the server sorts. */
export const features = tableFeatures({ rowSortingFeature, columnMeta: {} as ColumnMeta });

const column = createColumnHelper<typeof features, EventRow>();

/** The columns; an id that the server sorts by is its sort key. */
export const columns = column.columns([
  column.accessor('date', {
    id: 'localDate',
    header: 'Local date',
    sortDescFirst: true,
    meta: { narrow: '-order-3 col-span-2' },
    cell: ({ row: { original: event } }) => (
      <>
        <span className="whitespace-nowrap">{event.date}</span>
        {event.utc ? (
          <span className="ml-2 whitespace-nowrap text-muted text-xs lg:ml-0 lg:block">{event.utc}</span>
        ) : null}
      </>
    ),
  }),
  column.accessor('what', {
    header: 'What',
    enableSorting: false,
    meta: { narrow: '-order-1 col-span-3' },
    cell: ({ row: { original: event } }) => <What event={event} />,
  }),
  column.accessor('missiles', {
    header: 'Missiles',
    sortDescFirst: true,
    meta: { narrow: '', numeric: true, label: 'Missiles' },
  }),
  column.accessor('classes', {
    header: 'Class',
    enableSorting: false,
    meta: { narrow: '', label: 'Class' },
    cell: ({ row: { original: event } }) => (
      <span className="flex flex-wrap gap-x-3">
        {event.classes.map((id) => (
          <ClassMark key={id} id={id} />
        ))}
      </span>
    ),
  }),
  column.accessor('site', {
    header: 'Site',
    enableSorting: false,
    meta: { narrow: '', label: 'Site' },
    cell: ({ getValue }) => <Known words={getValue()} />,
  }),
  column.accessor('distance', {
    id: 'distanceKm',
    header: 'Distance',
    sortDescFirst: true,
    meta: { narrow: '', numeric: true, label: 'Distance' },
    cell: ({ row: { original: event } }) => <Figure words={event.distance} partly={event.distancePartly} />,
  }),
  column.accessor('apogee', {
    id: 'apogeeKm',
    header: 'Apogee',
    sortDescFirst: true,
    meta: { narrow: '', numeric: true, label: 'Apogee' },
    cell: ({ row: { original: event } }) => <Figure words={event.apogee} partly={event.apogeePartly} />,
  }),
  column.accessor('outcome', {
    header: 'Outcome',
    enableSorting: false,
    meta: { narrow: '', label: 'Outcome' },
    cell: ({ getValue }) => <Known words={getValue()} />,
  }),
  column.accessor('status', {
    header: 'Status',
    meta: { narrow: '-order-2 justify-self-end' },
    cell: ({ getValue }) => <StatusWord status={getValue()} />,
  }),
]);

function What({ event }: { event: EventRow }) {
  const title = (
    <Link
      href={event.href}
      prefetch={false}
      className="max-lg:-my-3 font-medium underline decoration-line-strong underline-offset-4 hover:decoration-ink max-lg:inline-block max-lg:py-3"
    >
      {event.what}
    </Link>
  );
  return (
    <>
      {event.status === 'withdrawn' ? <s>{title}</s> : title}
      <span className="ml-2 text-muted text-xs lg:ml-0 lg:block">
        {[event.country, event.systemNote].filter(Boolean).join(', ')}
      </span>
    </>
  );
}

function Figure({ words, partly }: { words: string; partly: boolean }) {
  return (
    <>
      <span className="whitespace-nowrap">
        <Known words={words} />
      </span>
      {partly ? <span className="block whitespace-nowrap text-muted text-xs">some unknown</span> : null}
    </>
  );
}
