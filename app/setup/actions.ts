'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { SetupAnswer } from '@/components/desk/setup-form';
import { setUp } from '@/lib/auth/setup-link';
import { signIn } from '@/lib/auth/sign-in';
import { clientNetwork, consumeLimit } from '@/lib/http/rate-limits';
import { refusalOf } from '../desk/desk-action';

/** Make the first account and sign it in. */
export async function createFirstAccount(_before: SetupAnswer, data: FormData): Promise<SetupAnswer> {
  const text = (name: string) => String(data.get(name) ?? '');
  const [name, email, password] = [text('name'), text('email'), text('password')];
  try {
    const requestHeaders = await headers();
    await consumeLimit('setup', clientNetwork(requestHeaders));
    await setUp(text('token'), { name, email, password });
    await signIn(email, password, requestHeaders);
  } catch (error) {
    const { message, errors } = refusalOf(error);
    return { name, email, message, errors: Object.fromEntries(errors.map((e) => [e.path, e.message])) };
  }
  redirect('/desk');
}
