import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contact } from '#contract/contacts.ts';
import { OptOut } from '#contract/optOuts.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { strict } from '#contract/testing.ts';
import { z } from 'zod/mini';

const read = async (response: Response) => strict(OptOut).parse(await response.json());
const refusal = async (response: Response) => [response.status, await response.json()];
const failed = (what: string) => [422, { error: `Validation failed: ${what}` }];

describe.each(engines)('opt-outs on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  it('opts a number out for every account of the organisation and for no other', async () => {
    const tenant = await server.tenant();
    const sister = await server.tenant({ organizationId: tenant.organizationId });
    const stranger = await server.tenant();
    const ids = await Promise.all(
      [tenant, sister, stranger].map(async ({ request }) => {
        return Contact.parse(await (await request('POST', '/api/contacts', { phone: '3035550101' })).json()).id;
      }),
    );
    const optOut = await read(await tenant.request('POST', '/api/opt_outs', { phone: '(303) 555-0101' }));
    expect(optOut).toMatchObject({ organization_id: tenant.organizationId, opt_in: false, phone: '13035550101' });
    const optedOut = () =>
      Promise.all(
        [tenant, sister, stranger].map(async ({ request }, n) => {
          return Contact.parse(await (await request('GET', `/api/contacts/${ids[n]}`)).json()).opted_out;
        }),
      );
    expect(await optedOut()).toEqual([true, true, false]);
    expect(await read(await sister.request('GET', `/api/opt_outs/${optOut.id}`))).toEqual(optOut);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const response = await stranger.request(method, `/api/opt_outs/${optOut.id}`, method === 'PUT' ? {} : undefined);
      expect(response.status).toBe(404);
    }
    expect(await read(await sister.request('PUT', `/api/opt_outs/${optOut.id}`, { opt_in: 'true' }))).toMatchObject({
      opt_in: true,
    });
    expect(await optedOut()).toEqual([false, false, false]);
  });

  it('changes nothing for an empty body, and answers what was deleted', async () => {
    const { request } = await server.tenant();
    const optOut = await read(await request('POST', '/api/opt_outs', { phone: '3035550101' }));
    const path = `/api/opt_outs/${optOut.id}`;
    expect(await read(await request('PUT', path, {}))).toEqual(optOut);
    expect(await read(await request('PUT', path, { phone: '3035550102', id: 1 }))).toEqual(optOut);
    expect(await read(await request('DELETE', path))).toEqual(optOut);
    expect(await refusal(await request('GET', path))).toEqual([404, { error: 'Opt out not found' }]);
  });

  it('refuses a number that is opted out, and opts out again one that had opted in', async () => {
    const { request } = await server.tenant();
    const post = (body: object) => request('POST', '/api/opt_outs', body);
    const { id } = await read(await post({ phone: '020 7946 0958', country: 'GB' }));
    expect(await refusal(await post({ phone: '442079460958' }))).toEqual(failed('Phone has already been taken'));
    await request('PUT', `/api/opt_outs/${id}`, { opt_in: true });
    expect(await read(await post({ phone: '+44 20 7946 0958' }))).toMatchObject({ id, opt_in: false });
    expect(await refusal(await post({}))).toEqual(failed("Phone can't be blank"));
    expect(await refusal(await post({ phone: 'x' }))).toEqual(failed('Phone is invalid'));
    expect(await refusal(await post({ phone: '3035550101', country: 'QQ' }))).toEqual(
      failed('Country is not a known country code'),
    );
  });

  it('keeps one of many simultaneous opt-outs of a number', async () => {
    const { request } = await server.tenant();
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async () => (await request('POST', '/api/opt_outs', { phone: '3035550101' })).status),
    );
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, ...Array.from({ length: 7 }, () => 422)]);
  });

  it('searches phones as people type them, newest first', async () => {
    const { request } = await server.tenant();
    for (const phone of ['3035550101', '3035550102', '7205550101']) await request('POST', '/api/opt_outs', { phone });
    const find = async (q: string) => {
      const response = await request('GET', `/api/opt_outs?${new URLSearchParams({ q })}`);
      return z
        .array(OptOut)
        .parse(await response.json())
        .map(({ phone }) => phone.slice(1));
    };
    expect(await find('')).toEqual(['7205550101', '3035550102', '3035550101']);
    expect(await find('(303) 555-01')).toEqual(['3035550102', '3035550101']);
    expect(await find('+1 720')).toEqual(['7205550101']);
    for (const nothing of ['%', '_', 'Bart', "' or true --", '()']) expect(await find(nothing)).toEqual([]);
    expect((await request('GET', '/api/opt_outs?per_page=2')).headers.get('X-Total-Pages')).toBe('2');
  });
});
