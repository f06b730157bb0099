import type { Metadata } from 'next';
import Link from 'next/link';
import { SetupForm } from '@/components/desk/setup-form';
import { PageHeading } from '@/components/ui/page-heading';
import { passwordLength } from '@/lib/auth/account-input';
import { setupState } from '@/lib/auth/setup-link';
import { createFirstAccount } from './actions';

// The link is a secret until it is used: it is not to be handed on as a referrer.
export const metadata: Metadata = { title: 'Set up', robots: { index: false }, referrer: 'no-referrer' };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function SetupPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const given = typeof token === 'string' ? token : '';
  const state = await setupState(given);
  if (state === 'done')
    return (
      <PageHeading title="Apogee is set up">
        The first account has been made, and this link has done its work.{' '}
        <Link href="/sign-in" className="underline underline-offset-4">
          Sign in
        </Link>
        . Further accounts are made with <code className="text-base">npm run user</code>.
      </PageHeading>
    );
  if (state === 'wrong-link')
    return (
      <PageHeading title="This link does not work">
        It is incomplete, or a newer one has been made. Start Apogee again: it prints a fresh link. Or make
        the account on the machine itself, with{' '}
        <code className="break-words text-base">npm run user -- add EMAIL --role admin</code>.
      </PageHeading>
    );
  return (
    <>
      <PageHeading title="The first account">
        It may do everything: record, publish and withdraw. This link works once.
      </PageHeading>
      <SetupForm action={createFirstAccount} token={given} minLength={passwordLength.min} />
    </>
  );
}
