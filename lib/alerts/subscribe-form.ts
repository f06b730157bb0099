import type { AppError } from '@/lib/errors';

/** What the form of /subscribe shows: what was typed, the messages at its fields, and whether it was sent. */
export type SubscribeState = {
  sent: boolean;
  email: string;
  countries: string[];
  classes: string[];
  /** About the whole form. */
  message: string | null;
  errors: Record<string, string>;
};

export const emptySubscribeForm: SubscribeState = {
  sent: false,
  email: '',
  countries: [],
  classes: [],
  message: null,
  errors: {},
};

/** What of `known` is ticked by `?class=ICBM,SLBM` or `?class=ICBM&class=SLBM`; other values are left out. */
export function toTick(given: string | string[] | undefined, known: readonly string[]): string[] {
  const wanted = [given ?? []].flat().flatMap((value) => value.split(','));
  return known.filter((id) => wanted.includes(id));
}

type TypedSubscription = Pick<SubscribeState, 'email' | 'countries' | 'classes'>;

export function typedSubscription(form: FormData): TypedSubscription {
  return {
    email: String(form.get('email') ?? ''),
    countries: form.getAll('country').map(String),
    classes: form.getAll('class').map(String),
  };
}

export function refusedSubscription(typed: TypedSubscription, error: AppError): SubscribeState {
  const errors = Object.fromEntries(error.errors.map(({ path, message }) => [path.split('.')[0], message]));
  return { ...typed, sent: false, message: error.errors.length === 0 ? error.message : null, errors };
}
