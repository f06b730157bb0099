import type { AppError } from '@/lib/errors';

export type CorrectionFieldName = 'text' | 'evidenceUrl' | 'name' | 'email';

/** What the form for a reader's correction shows: what was typed, the messages at its fields, and whether it was sent. */
export type CorrectionFormState = Record<CorrectionFieldName, string> & {
  sent: boolean;
  /** About the whole form. */
  message: string | null;
  errors: Partial<Record<string, string>>;
};

export const emptyCorrection: CorrectionFormState = {
  ...{ text: '', evidenceUrl: '', name: '', email: '' },
  sent: false,
  message: null,
  errors: {},
};

export function typedCorrection(form: FormData): Record<CorrectionFieldName, string> {
  const typed = (name: CorrectionFieldName) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    text: typed('text'),
    evidenceUrl: typed('evidenceUrl'),
    name: typed('name'),
    email: typed('email'),
  };
}

/** The form as it comes back: everything that was typed, and what is wrong with it. */
export function refusedCorrection(
  typed: Record<CorrectionFieldName, string>,
  { errors, message }: Pick<AppError, 'errors' | 'message'>,
): CorrectionFormState {
  const atFields = errors.map(({ path, message: sentence }) => [path, sentence]);
  return {
    ...typed,
    sent: false,
    message: atFields.length === 0 ? message : null,
    errors: Object.fromEntries(atFields),
  };
}
