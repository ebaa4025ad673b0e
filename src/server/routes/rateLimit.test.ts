import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';

describe.each(engines)('limits on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine, { rateLimitHour: 60, broadcastIntervalS: 60 });
  });
  afterAll(async () => {
    expect(server.problems).toEqual([]);
    await server.close();
  });

  it('count down in every reply and refuse with 429 once the hour is used up, for this user alone', async () => {
    const { request, organizationId } = await server.tenant();
    const first = await request('GET', '/api/users/current');
    expect([first.headers.get('X-RateLimit-Limit'), first.headers.get('X-RateLimit-Remaining')]).toEqual(['60', '59']);
    const reset = Number(first.headers.get('X-RateLimit-Reset')) - Date.now() / 1_000;
    expect(reset).toBeGreaterThan(3_590);
    expect(reset).toBeLessThan(3_602);
    const rest = await Promise.all(Array.from({ length: 70 }, async () => request('GET', '/api/users/current')));
    expect(rest.filter(({ status }) => status === 200)).toHaveLength(59);
    const refused = rest.find(({ status }) => status === 429);
    expect(await refused?.json()).toEqual({ error: 'Only 60 requests an hour are allowed' });
    expect(refused?.headers.get('X-RateLimit-Remaining')).toBe('0');
    expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(3_590);
    const colleague = await server.tenant({ organizationId });
    expect((await colleague.request('GET', '/api/users/current')).status).toBe(200);
  });

  it('let an account broadcast once a minute, and count no refused one', async () => {
    const { request, user } = await server.tenant();
    const group = (await (await request('POST', '/api/groups', { name: 'All' })).json()) as { id: number };
    const broadcast = (input: object) =>
      request('POST', '/api/broadcasts', { sender: user.id, group: group.id, message_body: 'Hi', ...input });
    expect((await broadcast({ sender: 999_999_999 })).status).toBe(422);
    const [one, two] = await Promise.all([broadcast({}), broadcast({})]);
    expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([200, 429]);
    const refused = one.status === 429 ? one : two;
    expect(await refused.json()).toEqual({ error: 'Only one broadcast every 60 seconds is allowed' });
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(50);
    expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(60);
    const { request: theirs, user: other } = await server.tenant();
    const theirGroup = (await (await theirs('POST', '/api/groups', { name: 'All' })).json()) as { id: number };
    const input = { sender: other.id, group: theirGroup.id, message_body: 'Hi' };
    expect((await theirs('POST', '/api/broadcasts', input)).status).toBe(200);
  });
});
