import type { Metadata } from 'next';
import { AlertsTable } from '@/components/alerts/alerts-table';
import { DeliveriesTable } from '@/components/alerts/deliveries-table';
import { OutboxList } from '@/components/alerts/outbox-list';
import { AlertsStoppedNotice } from '@/components/desk/alerts-stopped-notice';
import { PageHeading } from '@/components/ui/page-heading';
import { alertsStoppedSince } from '@/lib/alerts/heartbeat';
import { listAlerts, listDeliveries } from '@/lib/alerts/queries';
import { requireActor } from '@/lib/auth/session';
import { allow, canRecord } from '@/lib/catalogue/permissions';
import { env } from '@/lib/env';
import { listOutbox } from '@/lib/mail/outbox';

export const metadata: Metadata = { title: 'Mail', robots: { index: false } };

/** What was sent to whom, and what the mail servers answered. `?alert=ID` shows one alert's deliveries. */
export default async function MailPage({ searchParams }: PageProps<'/desk/mail'>) {
  allow(canRecord(await requireActor('/desk/mail')), 'The mail of the desk takes the role of analyst.');
  const { alert } = await searchParams;
  const alertId = typeof alert === 'string' && /^\d{1,9}$/.test(alert) ? Number(alert) : undefined;
  const now = new Date();
  const stopped = await alertsStoppedSince(now);
  const isOutbox = !env().SMTP_URL;
  return (
    <>
      <PageHeading title="Mail">Alerts that went out, and how each of their mails fared.</PageHeading>
      <AlertsStoppedNotice since={stopped} now={now} />
      <AlertsTable alerts={await listAlerts()} />
      <DeliveriesTable deliveries={await listDeliveries({ alertId })} isOfOneAlert={alertId !== undefined} />
      {isOutbox ? <OutboxList mails={await listOutbox()} /> : null}
    </>
  );
}
