import { Button } from '@/components/ui/button';

type Props = { path: string; id: string; into: string; options: { id: string; name: string }[] };

/** Which entry stays: a plain GET form, so that a preview has an address. */
export function MergeChoice({ path, id, into, options }: Props) {
  if (options.length === 0)
    return (
      <p className="max-w-2xl border-line border-t py-6 font-reading text-lg text-muted">
        There is no other entry of this country. Once there are two, they can be merged here.
      </p>
    );
  return (
    <form
      action={`${path}/${id}/merge`}
      method="get"
      className="flex flex-wrap items-end gap-3 border-line border-y py-4"
    >
      <div className="min-w-0 max-w-full">
        <label htmlFor="into" className="mb-1 block font-medium text-sm">
          The entry that stays
        </label>
        <select
          key={into}
          id="into"
          name="into"
          defaultValue={into}
          className="min-h-11 w-96 max-w-full border border-line-strong bg-paper px-2 text-base"
        >
          <option value="">choose</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit" look="secondary">
        Preview
      </Button>
    </form>
  );
}
