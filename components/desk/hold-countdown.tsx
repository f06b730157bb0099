'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

/**
 * "The alert goes out in 1:47." Without scripts: at which time of day.
 * @param dueAt an instant, as ISO 8601
 */
export function HoldCountdown({ dueAt }: { dueAt: string }) {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const router = useRouter();
  useEffect(() => {
    const tick = () => setSecondsLeft(Math.ceil((Date.parse(dueAt) - Date.now()) / 1000));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [dueAt]);
  const isOver = secondsLeft !== null && secondsLeft <= 0;
  useEffect(() => {
    if (isOver) router.refresh();
  }, [isOver, router]);

  if (secondsLeft === null) return <>The alert goes out at {dueAt.slice(11, 19)} UTC.</>;
  if (isOver) return <>The alert is going out.</>;
  const minutes = Math.floor(secondsLeft / 60);
  return (
    <>
      The alert goes out in{' '}
      <span role="timer">{`${minutes}:${String(secondsLeft % 60).padStart(2, '0')}`}</span>.
    </>
  );
}
