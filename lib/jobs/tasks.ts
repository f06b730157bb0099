import type { TaskList } from 'graphile-worker';
import { sendDueDeliveries } from '@/lib/alerts/deliver';
import { makeAlert } from '@/lib/alerts/make-alert';
import { sendConfirmation } from '@/lib/alerts/send-confirmation';
import { forgetUnconfirmed } from '@/lib/alerts/subscriptions';
import { forgetOldFiles, workOnImport } from '@/lib/catalogue/import/import-job';
import type { Jobs } from '@/lib/db/add-job';

const batchSize = 250;

/** What the worker does, one line a task. A task that throws is logged, and tried again later. */
export function taskList(stopping: AbortSignal): TaskList {
  return {
    alert: (payload) => makeAlert(payload).then(done),
    deliver: () => deliverAll(stopping),
    confirmation: (payload) => sendConfirmation(payload),
    import: (payload) => workOnImport(payload, stopping),
    tidy: () => tidy(new Date()),
  } satisfies Record<keyof Jobs | 'tidy', TaskList[string]>;
}

/** The timetable: deferred mails and those of a sender that died are looked for every minute. */
export const timetable = `
* * * * * deliver ?max=1&jobKey=deliver-sweep
17 * * * * tidy ?max=3
`;

async function tidy(now: Date): Promise<void> {
  await forgetUnconfirmed(now);
  await forgetOldFiles(now);
}

/** Batch after batch, until nothing is due or the worker is to end. */
async function deliverAll(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted && (await sendDueDeliveries(new Date(), batchSize)) > 0);
}

function done(): void {}
