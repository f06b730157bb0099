'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { SignInAnswer } from '@/components/desk/sign-in-form';
import { ownPath } from '@/lib/auth/own-path';
import { signIn, signOut } from '@/lib/auth/sign-in';
import { refusalOf } from '../desk/desk-action';

export async function signInHere(_before: SignInAnswer, data: FormData): Promise<SignInAnswer> {
  const email = String(data.get('email') ?? '');
  try {
    await signIn(email, String(data.get('password') ?? ''), await headers());
  } catch (error) {
    return { email, message: refusalOf(error).message };
  }
  redirect(ownPath(String(data.get('next') ?? '')));
}

export async function signOutHere(): Promise<void> {
  await signOut(await headers());
  redirect('/sign-in');
}
