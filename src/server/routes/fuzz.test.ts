import fc from 'fast-check';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everyOperation } from '#contract/api.ts';
import { Refusal } from '#contract/common.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { type Ids, makeOneOfEach, type Named, requestFor, type Tenant } from './operationsTesting.ts';
import { strict } from '#contract/testing.ts';

/** Names in an operation's query or body. */
const fieldsOf = (schema: z.core.$ZodType | undefined): string[] => {
  const { properties = {} } = schema ? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) : {};
  return Object.keys(properties);
};

/** Requests for each operation; `npm run test:faults` makes 20,000 in all. */
const long = process.env['LONG'] === '1';
const numRuns = long ? Math.ceil(20_000 / everyOperation.length / engines.length) : 12;

const hostile = fc.constantFrom(
  '\0',
  'a\0b',
  '\ud800',
  '%',
  "'; drop table contacts; --",
  '9'.repeat(400),
  '-1',
  '1e999',
  '0x10',
  '+13035550142',
  '13035559999',
  '2026-13-45T99:99:99Z',
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00+14:00',
  'US',
  '__proto__',
  '\u202Eא👩🏽‍💻',
  'true',
  '',
);
const text = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme' }));
const value = fc.oneof(
  { weight: 3, arbitrary: text },
  fc.jsonValue({ maxDepth: 2 }),
  fc.array(text, { maxLength: 5 }),
  fc.constantFrom<unknown>(null, true, 0, 1, -1, 1.5, 2 ** 31, 2 ** 53, 2 ** 63, 1e308, [], {}),
);
const id = fc.constantFrom('1', '0', '99999999', String(2 ** 53 - 1), '9'.repeat(25), '007');

const deletionsLast = everyOperation.toSorted(
  (a, b) => Number(a.operation.method === 'DELETE') - Number(b.operation.method === 'DELETE'),
);

/** The fields of a request in which some are as they should be. */
const object = (names: string[], right: object) => {
  const entries = new Map<string, unknown>(Object.entries(right));
  const each = names.map((name) => [name, fc.oneof(fc.constant(entries.get(name)), value)] as const);
  return fc.record(Object.fromEntries(each), { requiredKeys: [] });
};

describe.each(engines)('whatever is sent on %s', (engine) => {
  let server: TestServer;
  let tenant: Tenant;
  let ids: Ids;
  beforeAll(async () => {
    server = await startTestServer(engine);
    tenant = await server.tenant({ role: 'org_admin' });
    ids = await makeOneOfEach(tenant, () => true);
  });
  afterAll(() => server.close());

  /** Any request for an operation: its path with right or wrong ids, any query, any body. */
  function requests(one: Named) {
    const right = requestFor(one, ids);
    const names = fieldsOf(one.operation.body);
    return fc.record({
      path: fc.oneof(
        fc.constant(right.path),
        id.map((wrong) => `/api${one.operation.path.replace(/:\w+/g, wrong)}`),
      ),
      query: fc.oneof(
        fc.constant(''),
        fc
          .dictionary(fc.constantFrom('page', 'q', 'scope', ...fieldsOf(one.operation.query)), text)
          .map((fields) => `?${new URLSearchParams(fields)}`),
        fc.string({ unit: 'grapheme-ascii' }).map((raw) => `?${encodeURI(raw).replaceAll('#', '%')}`),
      ),
      body: one.operation.body
        ? fc.oneof(
            { weight: 4, arbitrary: object(names, right.body ?? {}).map((fields) => JSON.stringify(fields)) },
            fc.jsonValue().map((json) => JSON.stringify(json)),
            fc.string({ unit: 'binary' }),
          )
        : fc.constant(undefined),
    });
  }

  it.each(deletionsLast.map((one) => [one.name, one] as const))(
    'to %s is answered or refused',
    { timeout: 900_000 },
    async (_name, one) => {
      const { method } = one.operation;
      const authorization = `Basic ${btoa(`${tenant.email}:key`)}`;
      const headers = { Authorization: authorization, 'Content-Type': 'application/json' };
      await fc.assert(
        fc.asyncProperty(requests(one), async ({ path, query, body }) => {
          const response = await server.app.request(path + query, {
            method,
            headers,
            ...(body !== undefined && { body }),
          });
          expect(response.status).toBeLessThan(500);
          if (response.status === 200) strict(one.operation.reply).parse(await response.json());
          else strict(Refusal).parse(await response.json());
        }),
        { numRuns },
      );
      expect(server.problems).toEqual([]);
    },
  );

  it('leaves memory as it was', { timeout: 600_000 }, async () => {
    const { request } = tenant;
    const ask = async (times: number) => {
      for (let n = 0; n < times; n += 1) {
        await request('POST', '/api/contacts', { phone: `x${n}` });
        await request('GET', `/api/contacts?q=${n}&page=${n}`);
      }
    };
    const heapMb = () => {
      setFlagsFromString('--expose-gc');
      (runInNewContext('gc') as () => void)();
      return process.memoryUsage().heapUsed / 1_000_000;
    };
    await ask(50);
    const before = heapMb();
    await ask(long ? 5_000 : 200);
    expect(heapMb() - before, 'MB more').toBeLessThan(long ? 20 : 15);
  });

  it('as credentials is right or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          text.map((pair) => `Basic ${Buffer.from(pair).toString('base64')}`),
          fc.base64String(),
        ),
        async (header) => {
          const response = await server.app.request('/api/users/current', { headers: { Authorization: header } });
          expect(response.status).toBe(401);
        },
      ),
      { numRuns: 12, examples: [[`Basic ${btoa('a\0b:key')}`], [`Basic ${btoa(`${'a'.repeat(10_000)}:key`)}`]] },
    );
  });
});
