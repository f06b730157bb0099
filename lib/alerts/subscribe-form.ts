import { classIds } from '@/lib/catalogue/vocabulary';
import type { AppError } from '@/lib/errors';

/** What the form of /subscribe shows: what was typed, the messages at its fields, and whether it was sent. */
export type SubscribeState = {
  sent: boolean;
  email: string;
  classes: string[];
  /** About the whole form. */
  message: string | null;
  errors: Record<string, string>;
};

export const emptySubscribeForm: SubscribeState = {
  sent: false,
  email: '',
  classes: [],
  message: null,
  errors: {},
};

/** The classes that `?class=ICBM,SLBM` or `?class=ICBM&class=SLBM` ticks; others are left out. */
export function classesToTick(given: string | string[] | undefined): string[] {
  const wanted = [given ?? []].flat().flatMap((value) => value.split(','));
  return classIds.filter((id) => wanted.includes(id));
}

export function typedSubscription(form: FormData): Pick<SubscribeState, 'email' | 'classes'> {
  return { email: String(form.get('email') ?? ''), classes: form.getAll('class').map(String) };
}

export function refusedSubscription(
  typed: Pick<SubscribeState, 'email' | 'classes'>,
  error: AppError,
): SubscribeState {
  const errors = Object.fromEntries(error.errors.map(({ path, message }) => [path.split('.')[0], message]));
  return { ...typed, sent: false, message: error.errors.length === 0 ? error.message : null, errors };
}
