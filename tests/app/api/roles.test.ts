import { beforeAll, expect, test } from 'vitest';
import { type Role, roles } from '@/lib/catalogue/vocabulary';
import { aKey, posted } from '../../support/api';
import { testDatabase } from '../../support/database';
import { anEvent, recorded } from '../../support/factories';

testDatabase();

type Handler = (request: Request, context: { params: Promise<Record<string, unknown>> }) => Promise<Response>;
type Caller = 'nobody' | Role;

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const routes = import.meta.glob<Partial<Record<(typeof methods)[number], Handler>>>(
  '../../../app/api/v1/**/route.ts',
  { eager: true },
);
const params = { slug: 'kp-2020-04-14', path: ['nothing'] };
const callers: Caller[] = ['nobody', ...roles];

type Rule = { route: string; body: unknown; on?: 'draft' | 'preliminary'; expected: number[] };
const patch = { route: 'events/[slug]/route.ts PATCH' };
const withdraw = { route: 'events/[slug]/withdraw/route.ts POST', body: { reason: 'No launch.' } };
const assess = {
  route: 'events/[slug]/assessments/route.ts POST',
  body: { assessor: 'Japan MOD', text: 'It flew 150 km.' },
};

/**
 * Everything of the API that is not the same for all, with what nobody, viewer, analyst, editor and admin get: each on an
 * event of its own, where the call is about one.
 */
const privileged: Rule[] = [
  { route: 'events/route.ts POST', body: anEvent({ status: 'draft' }), expected: [401, 403, 201, 201, 201] },
  { route: 'events/route.ts POST', body: anEvent(), expected: [401, 403, 403, 201, 201] },
  { ...patch, on: 'draft', body: { notes: 'n' }, expected: [401, 403, 200, 200, 200] },
  { ...patch, on: 'draft', body: { status: 'confirmed' }, expected: [401, 403, 403, 200, 200] },
  { ...patch, on: 'preliminary', body: { notes: 'n' }, expected: [401, 403, 403, 200, 200] },
  {
    ...patch,
    on: 'preliminary',
    body: { status: 'withdrawn', statusReason: 'No launch.' },
    expected: [401, 403, 403, 200, 200],
  },
  { ...withdraw, on: 'preliminary', expected: [401, 403, 403, 200, 200] },
  { ...assess, on: 'draft', expected: [401, 403, 201, 201, 201] },
  { ...assess, on: 'preliminary', expected: [401, 403, 403, 201, 201] },
];

/** What anybody may call, with or without a key. POST subscriptions mails only the address that is given. */
const open = [
  'events/route.ts GET',
  'events/[slug]/route.ts GET',
  'events/[slug]/novelty/route.ts GET',
  'events/[slug]/revisions/route.ts GET',
  'context/route.ts GET',
  'sites/route.ts GET',
  'stats/counts/route.ts GET',
  'systems/route.ts GET',
  'subscriptions/route.ts POST',
];

const keys: Partial<Record<Caller, string>> = {};

beforeAll(async () => {
  await recorded();
  for (const role of roles) keys[role] = await aKey(role);
});

/** `events/route.ts POST` and its handler, for every file and method there is. */
function everyHandler(): [name: string, handler: Handler, method: string][] {
  return Object.entries(routes).flatMap(([file, module]) =>
    methods.flatMap((method): [string, Handler, string][] => {
      const handler = module[method];
      return handler ? [[`${file.replace('../../../app/api/v1/', '')} ${method}`, handler, method]] : [];
    }),
  );
}

async function statuses(
  handler: Handler,
  method: string,
  { body, on }: Pick<Rule, 'body' | 'on'>,
): Promise<number[]> {
  const answers = [];
  for (const caller of callers) {
    const init = method === 'GET' ? {} : { ...posted(body, keys[caller]), method };
    const slug = on ? (await recorded({ status: on })).slug : params.slug;
    const response = await handler(new Request('http://localhost/api/v1/x', init), {
      params: Promise.resolve({ ...params, slug }),
    });
    answers.push(response.status);
  }
  return answers;
}

test('every handler of the API gives each role what it is due, and nobody more', async () => {
  for (const [name, handler, method] of everyHandler()) {
    const rules = privileged.filter((rule) => rule.route === name);
    for (const rule of rules)
      expect([name, await statuses(handler, method, rule)]).toEqual([name, rule.expected]);
    if (rules.length > 0) continue;
    const all = await statuses(handler, method, { body: {} });
    if (open.includes(name)) expect(new Set(all).size, name).toBe(1);
    else
      expect(
        all.every((status) => status === 404 || status === 405),
        `${name}: ${all}`,
      ).toBe(true);
  }
}, 60_000);

test('what the lists above name is there', () => {
  const names = everyHandler().map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining([...open, ...privileged.map((rule) => rule.route)]));
});
