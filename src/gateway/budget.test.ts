import { setTimeout as later } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readBudget } from '#contract/budget.ts';
import { Budget } from './budget.ts';
import { startSignedIn as start } from './testing.ts';

const clock = () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  return (ms: number) => vi.setSystemTime(Date.now() + ms);
};
const dana = { username: 'dana', what: 'contacts' };

test('no sixty minutes see more than the hour’s requests, and people keep a fifth of them', () => {
  const pass = clock();
  const budget = new Budget(1_000);
  const made: number[] = [];
  const spend = (background: boolean) => {
    const wait = budget.take({ ...dana, background });
    if (wait === 0) made.push(Date.now());
    if (wait === 0) budget.settle('dana', null);
    return wait;
  };
  // Three hours of a job that asks as often as it may, and a person who opens something every half minute.
  for (let second = 0; second < 3 * 3_600; second++) {
    for (let i = 0; i < 3; i++) spend(true);
    if (second % 30 === 0) expect(spend(false)).toBe(0);
    pass(1_000);
  }
  let first = 0;
  for (const [i, at] of made.entries()) {
    while (at - made[first]! >= 3_600_000) first += 1;
    expect(i - first + 1).toBeLessThanOrEqual(1_000);
  }
  expect(made.length).toBeGreaterThan(2_500);
});

test('the wait that is told is the one that helps', () => {
  const pass = clock();
  const budget = new Budget(10);
  for (let i = 0; i < 8; i++) expect(budget.take({ ...dana, background: true })).toBe(0);
  const wait = budget.take({ ...dana, background: true });
  expect(wait).toBe(3_600);
  expect(budget.take({ ...dana, background: false })).toBe(0);
  pass(wait * 1_000);
  expect(budget.take({ ...dana, background: true })).toBe(0);
});

test('answers that overtake each other don’t give anything back', () => {
  const budget = new Budget(1_000);
  const told = (remaining: number) =>
    new Response('', {
      headers: { 'X-RateLimit-Limit': '100', 'X-RateLimit-Remaining': String(remaining), 'X-RateLimit-Reset': '600' },
    });
  for (let i = 0; i < 3; i++) budget.take({ ...dana, background: false });
  budget.settle('dana', told(40));
  budget.settle('dana', told(42));
  expect(budget.of('dana').hour.remaining).toBe(38);
  expect(budget.of('dana').uses).toEqual([
    { what: 'elsewhere', background: false, count: 59 },
    { what: 'contacts', background: false, count: 3 },
  ]);
});

test('once the hour is used up nothing goes upstream, and what is known is shown with its age', async () => {
  const { call, upstream } = await start(() => ({ body: '["known"]' }), { rateLimitHour: 4 });
  for (const path of ['/api/contacts', '/api/tags', '/api/groups'])
    expect((await call('GET', path)).headers.get('X-As-Of')).toBeNull();
  const before = upstream.arrived.length;
  const unknown = await call('GET', '/api/users');
  expect([unknown.status, await unknown.json()]).toEqual([429, { error: 'All 4 requests of this hour are used.' }]);
  expect(Number(unknown.headers.get('Retry-After'))).toBeGreaterThan(3_500);
  const known = await call('GET', '/api/contacts');
  expect([known.status, await known.json()]).toEqual([200, ['known']]);
  expect(Date.now() - Date.parse(known.headers.get('X-As-Of')!)).toBeLessThan(60_000);
  expect((await call('GET', '/api/contacts', { headers: { 'Cache-Control': 'no-cache' } })).status).toBe(429);
  expect(upstream.arrived.length).toBe(before);
});

test('work in the background stops where the people’s share begins, and says when it goes on', async () => {
  const { call, upstream } = await start(undefined, { rateLimitHour: 20 });
  const background = { headers: { 'X-Priority': 'background' } };
  for (let i = 1; i < 20; i++) {
    const reply = await call('GET', `/api/contacts/${i}`, background);
    expect(reply.status).toBe(i <= 15 ? 200 : 429);
    if (reply.status === 429) expect(Number(reply.headers.get('Retry-After'))).toBeGreaterThan(0);
  }
  expect(upstream.calls()).toHaveLength(15);
  const person = await call('GET', '/api/contacts');
  expect([person.status, readBudget(person.headers)?.hour.remaining]).toEqual([200, 3]);
  const told = await (await call('GET', '/budget')).json();
  expect(told).toMatchObject({ limit: 20, background: { remaining: 0 }, waiting: 0 });
  expect(told.uses).toEqual([
    { what: 'contacts', background: true, count: 15 },
    { what: 'session', background: false, count: 1 },
    { what: 'contacts', background: false, count: 1 },
  ]);
});

test('a crowd in the background goes upstream a few at a time, and a person passes it', async () => {
  let inside = 0;
  let most = 0;
  const { call } = await start(async ({ target }) => {
    if (!target.startsWith('/api/contacts')) return {};
    most = Math.max(most, ++inside);
    await later(20);
    inside -= 1;
    return {};
  });
  const crowd = Array.from({ length: 40 }, (_, i) =>
    call('GET', `/api/contacts/${i + 1}`, { headers: { 'X-Priority': 'background' } }),
  );
  await expect.poll(async () => (await (await call('GET', '/budget')).json()).waiting).toBeGreaterThan(0);
  expect((await call('GET', '/api/messages/3')).status).toBe(200);
  expect(inside).toBeGreaterThan(0);
  expect((await Promise.all(crowd)).every(({ status }) => status === 200)).toBe(true);
  expect(most).toBe(3);
});

test('of two broadcasts at once the second waits its minute, without asking upstream', async () => {
  const { call, upstream } = await start(() => ({ body: '{"id":1}' }));
  const send = () => call('POST', '/api/broadcasts', { body: '{"sender":1,"group":1,"message_body":"Hi"}' });
  const replies = await Promise.all([send(), send()]);
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 429]);
  expect(upstream.calls()).toHaveLength(1);
  const waits = replies.find(({ status }) => status === 429)!;
  expect(Number(waits.headers.get('Retry-After'))).toBeGreaterThan(58);
  expect(readBudget(waits.headers)?.broadcast).toEqual({ every: 60, nextIn: 60 });
  const pass = clock();
  pass(60_000);
  expect((await send()).status).toBe(200);
});

test('a broadcast that was refused takes no turn; one that the API holds back waits as it says', async () => {
  let answer: { status: number; headers?: Record<string, string> } = { status: 422 };
  const { call, upstream } = await start(() => ({ ...answer, body: '{"error":"no"}' }));
  const send = () => call('POST', '/api/broadcasts', { body: '{}' });
  expect((await send()).status).toBe(422);
  answer = { status: 429, headers: { 'Retry-After': '25' } };
  const held = await send();
  expect([held.status, readBudget(held.headers)]).toMatchObject([
    429,
    { broadcast: { nextIn: 25 }, hour: { remaining: 997 } },
  ]);
  expect((await send()).headers.get('Retry-After')).toBe('25');
  expect(upstream.calls()).toHaveLength(2);
});
