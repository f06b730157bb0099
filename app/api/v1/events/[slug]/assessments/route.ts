import { addAssessment } from '@/lib/catalogue/commands';
import { assessmentBody } from '@/lib/http/event-body';
import { writeEvent } from '@/lib/http/event-write';
import { refuseMethod, route } from '@/lib/http/route';

/** Add what one more assessor said. The figures of record stay. 201 with the Location of the event, and the event. */
export const POST = route<{ slug: string }>((request, { params }) =>
  writeEvent(request, { status: 201, otherwise: 'assessment added' }, (body) => {
    const { assessment, reason } = assessmentBody(body, request.headers);
    return {
      reason,
      write: (change, alongside) => addAssessment(params.slug, assessment, change, alongside),
    };
  }),
);

export const GET = refuseMethod('POST');
export const PUT = refuseMethod('POST');
export const PATCH = refuseMethod('POST');
export const DELETE = refuseMethod('POST');
