import type { Metadata } from 'next';
import { NoSuchEvent } from '@/components/events/no-such-event';

export const metadata: Metadata = { title: 'No such event' };

/** For an event that is gone between the look at its address and its page; others are answered by app/not-found.tsx. */
export default NoSuchEvent;
