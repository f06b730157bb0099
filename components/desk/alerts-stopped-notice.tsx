import { Notice } from '@/components/ui/notice';
import { alertsStoppedSentence } from '@/lib/alerts/heartbeat-words';

/** Says that nobody is being told, wherever somebody counts on it. Nothing while a worker runs. */
export function AlertsStoppedNotice({ since, now }: { since: Date | 'never' | null; now: Date }) {
  if (since === null) return null;
  return (
    <Notice tone="problem" title={`Attention: ${alertsStoppedSentence(since, now)}.`}>
      Events can be recorded and published meanwhile: their alerts wait, and go out when the worker runs
      again. <code>npm start</code> runs one, <code>npm run worker</code> runs it by itself.
    </Notice>
  );
}
