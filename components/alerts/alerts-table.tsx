import Link from 'next/link';
import type { AlertView } from '@/lib/alerts/views';
import { formatUtc } from '@/lib/format/dates';
import { formatNumber } from '@/lib/format/numbers';

const states = ['sent', 'pending', 'deferred', 'failed'] as const;

/** The newest alerts, with how many of their mails are in which state. */
export function AlertsTable({ alerts }: { alerts: AlertView[] }) {
  return (
    <section aria-labelledby="alerts">
      <h2 id="alerts" className="text-2xl">
        Alerts
      </h2>
      {alerts.length === 0 ? (
        <p className="mt-2 text-muted">
          Each published event's alert would stand here. None has gone out yet: publish an event, and wait for
          its hold.
        </p>
      ) : (
        <div className="relative mt-2 overflow-x-auto">
          <table className="w-full text-sm">
            <thead className="border-line-strong border-b text-left text-muted">
              <tr>
                <th className="py-2 pr-4 font-medium">Alert</th>
                <th className="py-2 pr-4 font-medium">Made</th>
                {states.map((state) => (
                  <th key={state} className="py-2 pl-4 text-right font-medium">
                    {state}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {alerts.map(({ id, subject, createdAt, counts }) => (
                <tr key={id} className="border-line border-b align-top">
                  <td className="min-w-56 py-2 pr-4">
                    <Link href={`/desk/mail?alert=${id}`} className="underline underline-offset-4">
                      {subject}
                    </Link>
                  </td>
                  <td className="whitespace-nowrap py-2 pr-4 text-muted">{formatUtc(createdAt)}</td>
                  {states.map((state) => (
                    <td key={state} className="py-2 pl-4 text-right">
                      {formatNumber(counts[state])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
