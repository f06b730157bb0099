import { invalidField } from '@/lib/errors';
import type { Status } from './vocabulary';

/** What the kinds of change of a published event are called, where a role is asked for. */
export const duty = {
  published: 'Publishing',
  corrected: 'Correcting a published event',
  withdrawn: 'Withdrawing',
  reinstated: 'Taking back a withdrawal',
};

/**
 * What a change is, by the status before and after.
 * @throws AppError `invalid` where there is no such change: a published event does not become a draft
 */
export function kindOfChange(before: Status, after: Status): 'edited' | keyof typeof duty {
  if (before === 'draft') {
    if (after === 'withdrawn')
      throw invalidField('status', 'A draft can be discarded, not withdrawn: nobody has seen it.');
    return after === 'draft' ? 'edited' : 'published';
  }
  if (after === 'draft')
    throw invalidField('status', 'A published event cannot become a draft again. It can be withdrawn.');
  if (before === after || (before !== 'withdrawn' && after !== 'withdrawn')) return 'corrected';
  return after === 'withdrawn' ? 'withdrawn' : 'reinstated';
}
