import { createHash } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { everyOperation } from '#contract/api.ts';
import { startTestServer, type TestServer } from '#server/testing.ts';

type Described = { operationId: string; parameters: { name: string; in: string }[]; responses: Record<string, object> };
type Document = { openapi: string; paths: Record<string, Record<string, Described>>; security: object[] };

let server: TestServer;
let document: Document;
beforeAll(async () => {
  server = await startTestServer('PGlite');
  document = await (await server.app.request('/api/openapi.json')).json();
});
afterAll(() => server.close());

it('is a valid OpenAPI 3.1 document that anyone may read', async () => {
  expect(document.openapi).toBe('3.1.0');
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

it('has every operation of the contract once', () => {
  const ids = Object.values(document.paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId),
  );
  expect(ids.toSorted()).toEqual(everyOperation.map(({ name }) => name).toSorted());
});

it('names every segment of a path as a parameter, and refers to nothing that it lacks', () => {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const { parameters } of Object.values(item)) {
      const segments = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect(segments).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  }
  for (const [, pointer = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = pointer.split('/').reduce<unknown>((at, key) => Object(at)[key], document);
    expect(found, pointer).toBeTypeOf('object');
  }
});

it('tells of the sign-in, paging headers, refusals and the form with an image', () => {
  expect(document.security).toEqual([{ basic: [] }]);
  expect(document.paths['/contacts']?.['get']?.responses).toMatchObject({
    '200': { headers: { 'X-Total': {}, 'X-Total-Pages': {}, 'X-Page': {}, 'X-Per-Page': {}, 'X-Offset': {} } },
    '401': {},
    '422': {},
  });
  expect(document.paths['/messages']?.['post']).toMatchObject({
    requestBody: {
      content: { 'multipart/form-data': { schema: { properties: { file: { format: 'binary' } } } } },
    },
  });
});

it('is a page for people too, with every operation, that may load nothing but itself', async () => {
  const response = await server.app.request('/api/docs');
  const page = await response.text();
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=UTF-8']);
  for (const { name } of everyOperation) expect(page).toContain(`<article id="${name}">`);
  expect(page).not.toMatch(/<script|<link|<img|style=|https?:\/\/(?!httpbin)/);
  const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(response.headers.get('Content-Security-Policy')).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
});
