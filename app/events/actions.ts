'use server';

import { headers } from 'next/headers';
import { receiveCorrection } from '@/lib/catalogue/reader-correction-commands';
import {
  type CorrectionFormState,
  refusedCorrection,
  typedCorrection,
} from '@/lib/catalogue/reader-correction-form';
import { readerCorrectionInput } from '@/lib/catalogue/reader-correction-schema';
import { AppError } from '@/lib/errors';
import { clientNetwork, consumeLimit } from '@/lib/http/rate-limits';
import { log } from '@/lib/log';
import { parse } from '@/lib/parse';

/** A reader says what is wrong with an event. A slip in a field does not count as an attempt. */
export async function tellEditors(
  _before: CorrectionFormState,
  form: FormData,
): Promise<CorrectionFormState> {
  const typed = typedCorrection(form);
  try {
    const correction = parse(readerCorrectionInput, typed);
    await consumeLimit('correction-network', clientNetwork(await headers()));
    await receiveCorrection(String(form.get('slug') ?? ''), correction);
    return { ...typed, sent: true, message: null, errors: {} };
  } catch (error) {
    if (error instanceof AppError) return refusedCorrection(typed, error);
    log().error({ err: error }, 'a correction could not be kept');
    const message = 'Something went wrong here, and nothing was sent. Please try again in a moment.';
    return refusedCorrection(typed, { message, errors: [] });
  }
}
