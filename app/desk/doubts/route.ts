import { z } from 'zod';
import { actorOf } from '@/lib/auth/actor';
import { isSignedIn } from '@/lib/auth/required-role';
import { doubtsInForm } from '@/lib/catalogue/doubts/queries';
import { asEventForm } from '@/lib/catalogue/event-form';
import { allow, canRecord } from '@/lib/catalogue/permissions';
import { AppError } from '@/lib/errors';
import { readJson } from '@/lib/http/json-body';
import { route } from '@/lib/http/route';
import { parse } from '@/lib/parse';
import { isStorable } from '@/lib/storable-text';

const question = z.object({ slug: z.string().max(100).refine(isStorable).nullable(), values: z.unknown() });

/**
 * What is doubtful about an event's form as it stands: `{doubts: [{doubt, decision}]}`. Nothing is written. The form asks
 * while one types; this is no server action, since those wait for each other, and saving must not wait for it.
 */
export const POST = route(async (request) => {
  const actor = await actorOf(request.headers);
  if (!isSignedIn(actor)) throw new AppError('unauthenticated', 'You are no longer signed in.');
  allow(canRecord(actor), 'Recording an event takes the role of analyst.');
  const { body } = await readJson(request);
  const { slug, values } = parse(question, body);
  const form = asEventForm(values);
  const doubts = form ? await doubtsInForm(form, slug) : [];
  return Response.json({ doubts }, { headers: { 'Cache-Control': 'no-store' } });
});
