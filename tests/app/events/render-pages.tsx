// Reads addresses as JSON on standard input, and writes the HTML of each, as JSON, on standard output.
import { text } from 'node:stream/consumers';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import ChangesPage from '@/app/changes/page';
import EventPage from '@/app/events/[slug]/page';
import EventsPage from '@/app/events/page';
import DashboardPage from '@/app/page';
import SubscribePage from '@/app/subscribe/page';
import { closeDb } from '@/lib/db/client';

/** What forms ask for, and do not use while they are drawn. */
const router = {
  push: () => {},
  replace: () => {},
  refresh: () => {},
  prefetch: () => {},
  back: () => {},
  forward: () => {},
  bfcacheId: '',
};

const pages: string[] = [];
for (const address of JSON.parse(await text(process.stdin)) as string[]) {
  const page = await pageAt(new URL(address, 'http://localhost'));
  pages.push(
    renderToStaticMarkup(<AppRouterContext.Provider value={router}>{page}</AppRouterContext.Provider>),
  );
}
await closeDb();
process.stdout.write(JSON.stringify(pages));

async function pageAt({ pathname, searchParams: params }: URL) {
  const searchParams = Promise.resolve(Object.fromEntries(params));
  if (pathname === '/') return DashboardPage({ searchParams });
  if (pathname === '/events') return EventsPage({ searchParams });
  if (pathname === '/changes') return ChangesPage({ searchParams });
  if (pathname === '/subscribe') return SubscribePage({ params: Promise.resolve({}), searchParams });
  const slug = pathname.replace('/events/', '');
  return EventPage({ params: Promise.resolve({ slug }), searchParams });
}
