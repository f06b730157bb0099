import { Button } from '@/components/ui/button';

/** Folded away, so that nobody is deleted by a slip. */
export function DeleteMe({ token }: { token: string }) {
  return (
    <details className="mt-12 max-w-2xl border-line border-t pt-4">
      <summary className="cursor-pointer text-sm">Delete me</summary>
      <p className="my-3 text-sm">
        Your address, your subscriptions and the record of what was sent to you are deleted for good. This
        cannot be undone.
      </p>
      <form method="post" action={`/alerts/${token}`}>
        <Button type="submit" look="secondary" name="action" value="delete">
          Delete my address and everything about it
        </Button>
      </form>
    </details>
  );
}
