import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlockedNumber } from '#contract/blockedNumbers.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { strict } from '#contract/testing.ts';
import { z } from 'zod/mini';

const read = async (response: Response) => strict(BlockedNumber).parse(await response.json());
const refusal = async (response: Response) => [response.status, await response.json()];
const failed = (what: string) => [422, { error: `Validation failed: ${what}` }];

describe.each(engines)('blocked numbers on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  it('blocks a number for the organisation until it is deleted', async () => {
    const tenant = await server.tenant();
    const sister = await server.tenant({ organizationId: tenant.organizationId });
    const stranger = await server.tenant();
    const blocked = await read(await tenant.request('POST', '/api/blocked_numbers', { phone: '12230000007' }));
    expect(blocked).toMatchObject({ organization_id: tenant.organizationId, phone: '12230000007' });
    const list = await sister.request('GET', '/api/blocked_numbers');
    expect([await list.json(), list.headers.get('X-Total')]).toEqual([[blocked], '1']);
    expect(await (await stranger.request('GET', '/api/blocked_numbers')).json()).toEqual([]);
    expect((await stranger.request('DELETE', `/api/blocked_numbers/${blocked.id}`)).status).toBe(404);
    expect(await read(await sister.request('DELETE', `/api/blocked_numbers/${blocked.id}`))).toEqual(blocked);
    expect(await refusal(await tenant.request('DELETE', `/api/blocked_numbers/${blocked.id}`))).toEqual([
      404,
      { error: 'Blocked number not found' },
    ]);
  });

  it('refuses what is no number or blocked already', async () => {
    const { request } = await server.tenant();
    const post = async (body: object) => refusal(await request('POST', '/api/blocked_numbers', body));
    await post({ phone: '020 7946 0958', country: 'gb' });
    expect(await post({ phone: '+442079460958' })).toEqual(failed('Phone has already been taken'));
    expect(await post({ phone: null })).toEqual(failed("Phone can't be blank"));
    expect(await post({ phone: '911' })).toEqual(failed('Phone is invalid'));
    expect(await post({ phone: '3035550101', country: '1' })).toEqual(
      failed('Country is not a two-letter country code'),
    );
  });

  it('searches phones by their digits', async () => {
    const { request } = await server.tenant();
    for (const phone of ['3035550101', '7205550101']) await request('POST', '/api/blocked_numbers', { phone });
    const find = async (q: string) => {
      const response = await request('GET', `/api/blocked_numbers?${new URLSearchParams({ q })}`);
      return z.array(BlockedNumber).parse(await response.json()).length;
    };
    expect(await Promise.all(['303-555', '0101', '%', 'x', ''].map(find))).toEqual([1, 2, 0, 0, 2]);
  });

  it('has no operation for one blocked number but its deletion', async () => {
    const { request } = await server.tenant();
    for (const method of ['GET', 'PUT', 'PATCH']) {
      const response = await request(method, '/api/blocked_numbers/1');
      expect([response.status, response.headers.get('Allow')]).toEqual([405, 'DELETE']);
    }
  });
});
