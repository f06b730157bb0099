import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { PageHeading } from '@/components/ui/page-heading';
import { requireActor } from '@/lib/auth/session';
import { allow, canRecord } from '@/lib/catalogue/permissions';
import { AppError } from '@/lib/errors';
import { type OutboxMail, readOutboxMail } from '@/lib/mail/outbox';

export const metadata: Metadata = { title: 'A mail of the outbox', robots: { index: false } };

/** One mail as its reader would see it. The frame is sandboxed: nothing in it runs, and links open beside it. */
export default async function OutboxMailPage({ params }: PageProps<'/desk/mail/outbox/[file]'>) {
  const { file } = await params;
  const path = `/desk/mail/outbox/${file}`;
  allow(canRecord(await requireActor(path)), 'The mail of the desk takes the role of analyst.');
  const mail = await found(decodeURIComponent(file));
  return (
    <>
      <PageHeading title={mail.subject}>
        To {mail.to}, {mail.date}
      </PageHeading>
      <p className="mb-4 text-sm">
        <Link href="/desk/mail" className="underline underline-offset-4">
          All mail
        </Link>
      </p>
      <iframe
        title="The mail as HTML"
        sandbox="allow-popups"
        srcDoc={mail.html}
        className="h-[48rem] w-full max-w-3xl border border-line"
      />
      <h2 className="mt-10 text-2xl">As plain text</h2>
      <pre className="mt-2 max-w-3xl overflow-x-auto whitespace-pre-wrap border-line border-t py-4 text-sm">
        {mail.text}
      </pre>
    </>
  );
}

async function found(name: string): Promise<OutboxMail> {
  try {
    return await readOutboxMail(name);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') notFound();
    throw error;
  }
}
