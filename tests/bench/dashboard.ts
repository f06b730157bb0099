import { closeDb } from '@/lib/db/client';
import { requestsPerSecond } from './requests-per-second';
import { withServedCatalogue } from './served-catalogue';

/**
 * Requests a second of the dashboard, read by many at once. The base is the smallest answer that the same server gives
 * in the same run, an address of the API that is not there: what Next and the headers alone cost.
 */
export async function benchDashboard(): Promise<string> {
  try {
    return await withServedCatalogue(async (url) => {
      const base = await requestsPerSecond(`${url}/api/v1/nothing`, 404);
      const page = await requestsPerSecond(`${url}/`, 200);
      const ratio = (page / base).toFixed(2);
      return `dashboard         ${Math.round(page)} requests/s, ${ratio} of an empty answer (${Math.round(base)}/s)`;
    });
  } finally {
    await closeDb();
  }
}
