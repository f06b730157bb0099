import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/desk/sign-in-form';
import { PageHeading } from '@/components/ui/page-heading';
import { ownPath } from '@/lib/auth/own-path';
import { isSignedIn } from '@/lib/auth/required-role';
import { currentActor } from '@/lib/auth/session';
import { signInHere } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const path = ownPath(typeof next === 'string' ? next : null);
  if (isSignedIn(await currentActor())) redirect(path);
  return (
    <>
      <PageHeading title="Sign in">
        For those who record. Reading takes no account; alerts by mail take an address only.
      </PageHeading>
      <SignInForm action={signInHere} next={path} />
    </>
  );
}
