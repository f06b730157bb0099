import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';

/** In the place of a subscriber's own page, for a link that is cut short or whose subscriber is deleted. */
export function LinkOpensNothing() {
  return (
    <>
      <PageHeading title="This link opens nothing">
        It may have been cut short on its way, or the address was deleted from Apogee. Use the link of the
        newest alert that you got, or subscribe again.
      </PageHeading>
      <Link href="/subscribe" className={buttonClass('secondary')}>
        Subscribe
      </Link>
    </>
  );
}
