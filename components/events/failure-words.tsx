import { Button, buttonClass } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';

/**
 * What a reader sees when a page could not be made: what happened, what to do, and a number that finds the server's
 * own account of it. Never the error itself.
 */
export function FailureWords({ digest, retry }: { digest?: string; retry: () => void }) {
  return (
    <>
      <PageHeading title="This page could not be shown">
        <p>
          {digest
            ? 'Something failed on our side while it was being put together.'
            : 'The connection was lost, or something failed while it was being put together.'}{' '}
          Nothing in the catalogue was changed. Trying again in a moment often helps.
        </p>
      </PageHeading>
      <p className="flex flex-wrap gap-4">
        <Button onClick={retry}>Try again</Button>
        {/* A plain link: it loads the front page anew, whatever state this one is in. */}
        <a href="/" className={buttonClass('secondary')}>
          To the front page
        </a>
      </p>
      {digest ? (
        <p className="mt-8 text-muted text-sm">
          If it stays like this, tell whoever runs this site the number {digest}: it is in the server’s log.
        </p>
      ) : null}
    </>
  );
}
