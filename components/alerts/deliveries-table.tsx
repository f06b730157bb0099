import Link from 'next/link';
import type { DeliveryView } from '@/lib/alerts/views';
import { formatUtc } from '@/lib/format/dates';

/** Mails one by one: to whom, in which state, after how many attempts, and the server's last words. */
export function DeliveriesTable({
  deliveries,
  isOfOneAlert,
}: {
  deliveries: DeliveryView[];
  isOfOneAlert: boolean;
}) {
  return (
    <section aria-labelledby="deliveries" className="mt-12">
      <h2 id="deliveries" className="text-2xl">
        {isOfOneAlert ? 'Deliveries of this alert' : 'Newest deliveries'}
      </h2>
      {isOfOneAlert ? (
        <Link href="/desk/mail" className="text-sm underline underline-offset-4">
          Those of all alerts
        </Link>
      ) : null}
      {deliveries.length === 0 ? (
        <p className="mt-2 text-muted">Each mail to a subscriber would stand here. There is none yet.</p>
      ) : (
        <div className="relative mt-2 overflow-x-auto">
          <table className="w-full text-sm">
            <thead className="border-line-strong border-b text-left text-muted">
              <tr>
                {['To', 'State', 'Attempts', "The server's answer", 'When'].map((heading) => (
                  <th key={heading} className="py-2 pr-4 font-medium">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {deliveries.map((delivery) => (
                <tr key={delivery.id} className="border-line border-b align-top">
                  <td className="py-2 pr-4">{delivery.address}</td>
                  <td className="py-2 pr-4">{delivery.state}</td>
                  <td className="py-2 pr-4">{delivery.attempts}</td>
                  <td className="wrap-anywhere min-w-56 py-2 pr-4 text-muted">
                    {delivery.serverAnswer ?? 'none yet'}
                  </td>
                  <td className="whitespace-nowrap py-2 text-muted">{whenOf(delivery)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function whenOf({ state, sentAt, nextAttemptAt }: DeliveryView): string {
  if (sentAt) return formatUtc(sentAt);
  return state === 'failed' ? 'given up' : `next try ${formatUtc(nextAttemptAt)}`;
}
