'use client';

import './globals.css';
import { FailureWords } from '@/components/events/failure-words';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** Where the layout itself failed: this page brings its own. */
export default function GlobalErrorPage({ error, retry }: Props) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown · Apogee</title>
        <main className="mx-auto w-full max-w-6xl px-4 pb-20 sm:px-6">
          <FailureWords digest={error.digest} retry={retry} />
        </main>
      </body>
    </html>
  );
}
