import { exportFormats, formatNames } from '@/lib/catalogue/export/formats';
import { downloadHref } from './events-href';

/** The whole list that a filter shows, as files: plain links to the API. `filterQuery` is `filterToUrl(filter)` as text. */
export function DownloadLinks({ filterQuery, sort }: { filterQuery: string; sort?: string }) {
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 text-sm">
      <span>Download</span>
      <ul className="flex flex-wrap gap-x-4">
        {exportFormats.map((format) => (
          <li key={format}>
            <a
              href={downloadHref(filterQuery, format, sort)}
              className="inline-flex min-h-11 items-center underline underline-offset-4 hover:no-underline"
            >
              <span className="sr-only">these events as </span>
              {formatNames[format]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
