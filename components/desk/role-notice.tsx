import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { Role } from '@/lib/catalogue/vocabulary';

const allows: Record<Role, string> = {
  viewer: 'A viewer sees what is being worked on. Recording takes the role of analyst.',
  analyst: 'An analyst records events and edits drafts. Publishing takes the role of editor.',
  editor: 'An editor records, publishes and withdraws events.',
  admin: 'An admin records, publishes and withdraws events, and sees the accounts.',
};

/** What somebody's role allows, in a sentence. */
export function roleSentence(role: Role): string {
  return allows[role];
}

/** In place of a page that takes another role. */
export function RoleNotice({ role, needed }: { role: Role; needed: Role }) {
  return (
    <div className="pt-10">
      <Notice title={`This page takes the role of ${needed}. You are signed in as ${role}.`}>
        <p>{allows[role]}</p>
        <p className="mt-2">
          An admin of this tracker can change it.{' '}
          <Link href="/desk" className="underline underline-offset-4">
            Back to the desk
          </Link>
        </p>
      </Notice>
    </div>
  );
}
