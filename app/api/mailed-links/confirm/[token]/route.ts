import { confirmSubscription } from '@/lib/alerts/subscriptions';
import { AppError } from '@/lib/errors';
import { seeOther } from '../../see-other';

type Context = { params: Promise<{ token: string }> };

/** The button of /subscribe/confirm/TOKEN, which posts to its own address. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  try {
    return seeOther(`/alerts/${await confirmSubscription(token)}?confirmed=1`);
  } catch (error) {
    // The page itself says that the link is gone, and what to do.
    if (error instanceof AppError) return seeOther(`/subscribe/confirm/${encodeURIComponent(token)}`);
    throw error;
  }
}
