import type { Alongside } from '@/lib/catalogue/commands';
import { decidedInForm } from '@/lib/catalogue/doubts/decided-in-form';
import { keepDecisionsIn } from '@/lib/catalogue/doubts/doubt-commands';
import { doubtsInForm } from '@/lib/catalogue/doubts/queries';
import type { EventFormValues } from '@/lib/catalogue/event-form';
import type { Actor } from '@/lib/catalogue/permissions';

/**
 * What was decided in the form, kept in the transaction that writes its event.
 * @param slug of the event that is edited; empty for a new one
 */
export async function keepDecisionsWith(
  data: FormData,
  values: EventFormValues,
  slug: string,
  actor: Actor,
): Promise<Alongside | undefined> {
  const decided = decidedInForm(data);
  if (decided.length === 0) return undefined;
  const doubts = (await doubtsInForm(values, slug || null)).map(({ doubt }) => doubt);
  return (tx, event) => keepDecisionsIn(tx, event.slug, decided, doubts, { actor });
}
