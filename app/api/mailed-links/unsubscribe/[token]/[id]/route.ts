import { endSubscription } from '@/lib/alerts/subscriptions';
import { AppError } from '@/lib/errors';
import { seeOther } from '../../../see-other';
import { subscriptionId } from '../../../subscription-id';

type Context = { params: Promise<{ token: string; id: string }> };

/**
 * Ends a subscription: by a mail client's one click (RFC 8058: it posts `List-Unsubscribe=One-Click`, and wants an
 * answer without a redirect), or by the button of the page.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token, id } = await params;
  const form = await request.formData().catch(() => new FormData());
  const isOneClick = form.get('List-Unsubscribe') === 'One-Click';
  try {
    await endSubscription(token, subscriptionId(id));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (isOneClick) return plainText(404, 'This link opens no subscription.');
  }
  if (isOneClick) return plainText(200, 'You are unsubscribed.');
  return seeOther(`/alerts/${encodeURIComponent(token)}/unsubscribe/${encodeURIComponent(id)}?done=1`);
}

function plainText(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
