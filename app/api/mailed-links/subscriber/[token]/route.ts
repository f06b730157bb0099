import { deleteSubscriber, endSubscription, resumeSubscription } from '@/lib/alerts/subscriptions';
import { AppError } from '@/lib/errors';
import { seeOther } from '../../see-other';
import { subscriptionId } from '../../subscription-id';

type Context = { params: Promise<{ token: string }> };

/** The buttons of a subscriber's own page: end, resume, delete. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const form = await request.formData().catch(() => new FormData());
  const id = subscriptionId(form.get('subscription'));
  const ownPage = `/alerts/${encodeURIComponent(token)}`;
  try {
    switch (form.get('action')) {
      case 'end':
        await endSubscription(token, id);
        return seeOther(`${ownPage}?ended=1`);
      case 'resume':
        await resumeSubscription(token, id);
        return seeOther(`${ownPage}?resumed=1`);
      case 'delete':
        await deleteSubscriber(token);
        return seeOther('/subscribe?deleted=1');
      default:
        return seeOther(ownPage);
    }
  } catch (error) {
    if (error instanceof AppError) return seeOther(ownPage);
    throw error;
  }
}
