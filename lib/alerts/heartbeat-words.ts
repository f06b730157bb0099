import { formatDate, formatTime } from '@/lib/format/dates';

/** "alerts are not being sent since 14:02 UTC", with the day where it is not today's. */
export function alertsStoppedSentence(since: Date | 'never', now: Date): string {
  if (since === 'never') return 'alerts are not being sent: no worker has ever run';
  const day = since.toISOString().slice(0, 10);
  const isToday = day === now.toISOString().slice(0, 10);
  return `alerts are not being sent since ${isToday ? '' : `${formatDate(day)}, `}${formatTime(since, 'UTC')} UTC`;
}
