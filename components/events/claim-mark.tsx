/** A small number that leads to the claim beneath. `claim` is its place in the event's list, from 0. */
export function ClaimMark({ claim, assessor }: { claim: number; assessor: string }) {
  return (
    <sup className="ml-0.5">
      <a
        href={`#claim-${claim + 1}`}
        aria-label={`claim ${claim + 1}, ${assessor}`}
        className="px-0.5 text-accent underline underline-offset-2"
      >
        {claim + 1}
      </a>
    </sup>
  );
}
