import { withdrawEvent } from '@/lib/catalogue/commands';
import { withdrawalBody } from '@/lib/http/event-body';
import { writeEvent } from '@/lib/http/event-write';
import { refuseMethod, route } from '@/lib/http/route';

/** `{reason}`: take a published event out of all counts. Readers are shown the reason. 200 with the event. */
export const POST = route<{ slug: string }>((request, { params }) =>
  writeEvent(request, { status: 200, otherwise: 'withdrawn' }, (body) => {
    const reason = withdrawalBody(body, request.headers);
    return { reason, write: (change, alongside) => withdrawEvent(params.slug, reason, change, alongside) };
  }),
);

export const GET = refuseMethod('POST');
export const PUT = refuseMethod('POST');
export const PATCH = refuseMethod('POST');
export const DELETE = refuseMethod('POST');
