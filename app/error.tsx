'use client';

import { FailureWords } from '@/components/events/failure-words';

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  return <FailureWords digest={error.digest} retry={retry} />;
}
