import { expect, onTestFinished, test, vi } from 'vitest';
import { cookieOf, startSignedIn as start } from './testing.ts';

const isLong = process.env['LONG'] === '1';
/** Requests an hour that the API allows, and reads that a job wants in one go. */
const [limit, reads] = isLong ? [1_000, 2_000] : [100, 200];
const atOnce = 10;
const hourMs = 3_600_000;
const minuteMs = 60_000;

/** An API that counts as the hosted one does, and forgives nothing: over any sixty minutes, and a broadcast a minute. */
function countingApi() {
  const asked: number[] = [];
  const broadcasts: number[] = [];
  const answer = ({ method, target }: { method: string; target: string }) => {
    const now = Date.now();
    asked.push(now);
    if (method === 'POST' && target === '/api/broadcasts') broadcasts.push(now);
    // A thread differs each time, so that an old answer would show.
    return { body: JSON.stringify([{ id: asked.length }]) };
  };
  return { asked, broadcasts, answer };
}

/** The most that were asked within sixty minutes. */
function busiestHour(asked: number[]) {
  let first = 0;
  let most = 0;
  for (const [i, at] of asked.entries()) {
    while (at - asked[first]! >= hourMs) first += 1;
    most = Math.max(most, i - first + 1);
  }
  return most;
}

test('a job of two hours’ requests spends no hour beyond its limit, and people never wait for it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
  const api = countingApi();
  const gateway = await start(api.answer, { rateLimitHour: limit });
  let { cookie } = gateway;
  const call = async (method: string, path: string, sent: { body?: string; headers?: Record<string, string> } = {}) => {
    const reply = await gateway.request(method, path, { ...sent, cookie });
    cookie = cookieOf(reply) || cookie;
    return reply;
  };
  const took: number[] = [];
  const openThread = async () => {
    const begun = performance.now();
    const before = api.asked.length;
    const reply = await call('GET', '/api/messages/7');
    const [{ id }] = await reply.json();
    took.push(performance.now() - begun);
    expect([reply.status, reply.headers.get('X-As-Of')]).toEqual([200, null]);
    expect(id).toBeGreaterThan(before);
  };
  const broadcast = () => call('POST', '/api/broadcasts', { body: '{"sender":1,"group":1,"message_body":"Hi"}' });
  const both = await Promise.all([broadcast(), broadcast()]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 429]);
  let secondAt = Date.now() + Number(both.find(({ status }) => status === 429)!.headers.get('Retry-After')) * 1_000;

  let left = Array.from({ length: reads }, (_, i) => i + 1);
  let resumesAt = 0;
  while (left.length > 0) {
    if (Date.now() >= resumesAt) {
      const batch = left.splice(0, atOnce);
      const replies = await Promise.all(
        batch.map((id) => call('GET', `/api/contacts/${id}`, { headers: { 'X-Priority': 'background' } })),
      );
      const refused = replies.flatMap(({ status, headers }, i) => (status === 429 ? [{ headers, id: batch[i]! }] : []));
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(batch.length - refused.length);
      left = [...left, ...refused.map(({ id }) => id)];
      // As told, and not a second later.
      const waits = refused.map(({ headers }) => Number(headers.get('Retry-After')));
      if (waits.length > 0) resumesAt = Date.now() + Math.max(...waits) * 1_000;
    }
    // A person opens a thread now and then, also while the job waits.
    await openThread();
    if (Date.now() >= secondAt) {
      expect((await broadcast()).status).toBe(200);
      secondAt = Infinity;
    }
    const next = Math.min(Math.max(resumesAt, Date.now() + 6_000), Date.now() + 5 * minuteMs, secondAt);
    pass(next - Date.now());
  }
  const longest = Math.max(...took);
  const [first = 0, second = 0, ...more] = api.broadcasts;
  if (isLong)
    console.log(
      `${reads} reads at ${limit} an hour: busiest hour ${busiestHour(api.asked)}, ${took.length} threads opened, slowest ${longest.toFixed(0)} ms; broadcasts ${(second - first) / 1_000} s apart`,
    );
  expect(busiestHour(api.asked)).toBeLessThanOrEqual(limit);
  expect(api.asked.length).toBeGreaterThan(reads + took.length);
  expect(longest).toBeLessThan(isLong ? 1_000 : 5_000);
  expect(more).toEqual([]);
  expect(second - first).toBeGreaterThanOrEqual(minuteMs);
  expect(second - first).toBeLessThan(2 * minuteMs);
});
