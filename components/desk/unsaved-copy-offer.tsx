import { Button } from '@/components/ui/button';

/** What was typed on an earlier visit, to be brought back or let go. */
export function UnsavedCopyOffer({ onRestore, onDiscard }: { onRestore: () => void; onDiscard: () => void }) {
  return (
    <div role="status" className="my-4 border-accent border-l-4 bg-surface px-4 py-3">
      <p>What you typed here earlier was not saved. It is still in this browser.</p>
      <div className="mt-2 flex gap-3">
        <Button look="secondary" onClick={onRestore}>
          Bring it back
        </Button>
        <Button look="quiet" onClick={onDiscard}>
          Discard it
        </Button>
      </div>
    </div>
  );
}
