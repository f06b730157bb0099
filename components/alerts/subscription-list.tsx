import { Button } from '@/components/ui/button';
import type { SubscriptionView } from '@/lib/alerts/views';

const stateWords: Record<SubscriptionView['state'], string> = {
  active: 'Active: one mail as soon as one is recorded.',
  ended: 'Ended.',
  waiting: 'Waits for the button behind the link that was mailed to you.',
  expired: 'Never confirmed; its link has run out.',
};

/** A subscriber's subscriptions, each with the one thing that can be done with it. */
export function SubscriptionList({
  token,
  subscriptions,
}: {
  token: string;
  subscriptions: SubscriptionView[];
}) {
  if (subscriptions.length === 0) {
    return <p className="text-muted">Your subscriptions would stand here. There is none at present.</p>;
  }
  return (
    <ul className="border-line border-t">
      {subscriptions.map((subscription) => (
        <li
          key={subscription.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b py-4"
        >
          <div className="min-w-0 max-w-2xl">
            <h2 className="wrap-anywhere text-lg">{subscription.name}</h2>
            <p className="wrap-anywhere text-muted text-sm">
              {capital(subscription.words) === subscription.name ? '' : `${capital(subscription.words)}. `}
              {stateWords[subscription.state]}
            </p>
          </div>
          <Change token={token} subscription={subscription} />
        </li>
      ))}
    </ul>
  );
}

function Change({
  token,
  subscription: { id, name, state },
}: {
  token: string;
  subscription: SubscriptionView;
}) {
  if (state === 'waiting' || state === 'expired') return null;
  const [action, word] = state === 'active' ? ['end', 'End'] : ['resume', 'Resume'];
  return (
    <form method="post" action={`/alerts/${token}`}>
      <input type="hidden" name="subscription" value={id} />
      <Button type="submit" look="secondary" name="action" value={action} aria-label={`${word}: ${name}`}>
        {word}
      </Button>
    </form>
  );
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
