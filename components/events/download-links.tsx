import { Fragment } from 'react';
import { exportFormats, formatNames } from '@/lib/catalogue/export/formats';
import { downloadHref } from './events-href';

/** The whole list that a filter shows, as files: plain links to the API. `filterQuery` is `filterToUrl(filter)` as text. */
export function DownloadLinks({ filterQuery, sort }: { filterQuery: string; sort?: string }) {
  return (
    <p className="no-print text-sm">
      Download:{' '}
      {exportFormats.map((format, index) => (
        <Fragment key={format}>
          {index > 0 ? ' · ' : null}
          <a
            href={downloadHref(filterQuery, format, sort)}
            className="inline-flex min-h-11 min-w-9 items-center justify-center underline underline-offset-4 hover:no-underline"
          >
            <span className="sr-only">these events as </span>
            {formatNames[format]}
          </a>
        </Fragment>
      ))}
    </p>
  );
}
