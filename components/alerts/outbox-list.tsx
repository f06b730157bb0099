import Link from 'next/link';

/** The mails that were written as files, while no mail server is set. */
export function OutboxList({ files }: { files: string[] }) {
  return (
    <section aria-labelledby="outbox" className="mt-12">
      <h2 id="outbox" className="text-2xl">
        Outbox
      </h2>
      <p className="mt-2 max-w-2xl text-muted text-sm">
        SMTP_URL is not set, so mails are written as .eml files into the folder “outbox” of DATA_DIR and reach
        nobody.
      </p>
      {files.length === 0 ? (
        <p className="mt-2 text-muted">The files would stand here. None has been written yet.</p>
      ) : (
        <ul className="mt-2 border-line border-t">
          {files.map((file) => (
            <li key={file} className="border-line border-b py-2 text-sm">
              <Link href={`/desk/mail/outbox/${file}`} className="wrap-anywhere underline underline-offset-4">
                {file}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
