import { requestSubscription } from '@/lib/alerts/subscriptions';
import { readJson } from '@/lib/http/json-body';
import { clientNetwork } from '@/lib/http/rate-limits';
import { refuseMethod, route } from '@/lib/http/route';

/** Ask for a subscription. 202 with the same body, whether or not the address is known. */
export const POST = route(async (request) => {
  const { body } = await readJson(request);
  await requestSubscription(body, { network: clientNetwork(request.headers) });
  const detail = 'If this address can be reached, a mail is on its way. Its link confirms the subscription.';
  return Response.json({ detail }, { status: 202, headers: { 'Cache-Control': 'no-store' } });
});

export const GET = refuseMethod('POST');
export const PUT = refuseMethod('POST');
export const PATCH = refuseMethod('POST');
export const DELETE = refuseMethod('POST');
