import { HiddenStandpoint } from '@/components/standpoint/hidden-standpoint';
import { Button } from '@/components/ui/button';
import type { Standpoint } from '@/lib/filter/schema';

/** A way back for a reader whose link led nowhere: look for the event by its date. */
export function EventSearch({ standpoint = {} }: { standpoint?: Standpoint }) {
  const control = 'min-h-11 w-full border border-line-strong bg-paper px-3 py-2 text-base';
  return (
    <form
      action="/events"
      method="get"
      className="grid max-w-xl grid-cols-2 items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
    >
      <HiddenStandpoint {...standpoint} />
      <div>
        <label htmlFor="from" className="mb-1 block font-medium text-sm">
          From
        </label>
        <input type="date" id="from" name="from" className={control} />
      </div>
      <div>
        <label htmlFor="to" className="mb-1 block font-medium text-sm">
          To
        </label>
        <input type="date" id="to" name="to" className={control} />
      </div>
      <Button type="submit" className="col-span-2 sm:col-span-1">
        Look for events
      </Button>
    </form>
  );
}
