import { Paging } from '@/components/ui/paging';
import { type EventsView, eventsHref } from './events-href';

/** Where the reader is in the list of events, and the way on. */
export function EventsPaging({ view, pages }: { view: EventsView; pages: number }) {
  return <Paging page={view.page} pages={pages} hrefOf={(page) => eventsHref({ ...view, page })} />;
}
