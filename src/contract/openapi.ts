import type { z } from 'zod/mini';
import { api, everyOperation } from './api.ts';
import { componentSchemas, type Json, ref, replySchema, schemaOf } from './openapiSchemas.ts';
import type { Operation } from './operation.ts';

/** The API as an OpenAPI 3.1 document, made from the table of operations. */
export function openapi(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'TextUs API',
      version: 'v2',
      description: 'Messages, contacts and broadcasts of a TextUs account. Ask for `application/vnd.textus-v2`.',
    },
    servers: [{ url: '/api' }],
    security: [{ basic: [] }],
    tags: Object.keys(api).map((name) => ({ name: titled(name) })),
    paths: paths(),
    webhooks: { message: { post: webHook } },
    components: {
      securitySchemes: {
        basic: { type: 'http', scheme: 'basic', description: 'E-mail address with password or API key.' },
      },
      schemas: componentSchemas(),
      headers: Object.fromEntries(
        Object.entries(pageHeaders).map(([name, description]) => [name, { description, schema: { type: 'integer' } }]),
      ),
      responses: Object.fromEntries(Object.entries(refusals).map(([status, refusal]) => [status, refusalOf(refusal)])),
    },
  };
}

const pageHeaders = {
  'X-Total': 'How many there are in all.',
  'X-Total-Pages': 'How many pages that makes.',
  'X-Page': 'The page that was requested.',
  'X-Per-Page': 'How many there are on a page.',
  'X-Offset': 'How many were skipped besides.',
};

const refusals: Record<string, string> = {
  401: 'Nobody has these credentials.',
  403: "The user's role does not allow it.",
  404: 'It is missing, or belongs to another account.',
  406: 'Another version was asked for.',
  413: 'The request body is too large.',
  415: 'The request body is of another type.',
  422: 'The request is not valid; `error` says why.',
  429: 'Too many requests; `Retry-After` says how many seconds to wait.',
};

const refusalOf = (description: string) => ({
  description,
  content: { 'application/json': { schema: ref('schemas', 'Error') } },
});

const webHook = {
  summary: 'A message was sent or received',
  description: 'Posted to the URL of every web hook of version 2. An answer other than 2xx is tried again.',
  parameters: [
    {
      name: 'X-TextUs-Signature',
      in: 'header',
      description: "Lowercase hex HMAC-SHA256 of the raw body, with the web hook's secret as the key.",
      schema: { type: 'string' },
    },
  ],
  requestBody: { content: { 'application/json': { schema: ref('schemas', 'WebHookPayload') } } },
  responses: { '200': { description: 'Received.' } },
};

function paths(): Json {
  const items: Record<string, Json> = {};
  for (const { name, resource, operation } of everyOperation) {
    const path = operation.path.replace(/:(\w+)/g, (_, segment: string) => `{${nameIn(operation.path, segment)}}`);
    items[path] = { ...items[path], [operation.method.toLowerCase()]: described(name, resource, operation) };
  }
  return items;
}

/** OpenAPI wants one name where paths differ in nothing else; `/messages/:contact_id` and `/messages/:id` do not. */
function nameIn(path: string, segment: string): string {
  const blind = (text: string) => text.replace(/:\w+/g, ':');
  const alike = everyOperation.filter(({ operation }) => blind(operation.path) === blind(path));
  return alike.some(({ operation }) => operation.path !== path) ? 'id' : segment;
}

function described(name: string, resource: string, operation: Operation): Json {
  const { summary, description, body } = operation;
  return {
    operationId: name,
    tags: [titled(resource)],
    summary,
    ...(description && { description }),
    parameters: [...segments(operation), ...queryParameters(operation)],
    ...(body && { requestBody: { required: !body.safeParse(undefined).success, content: content(operation, body) } }),
    responses: {
      '200': reply(operation),
      ...Object.fromEntries(refused(operation).map((status) => [status, ref('responses', status)])),
    },
  };
}

const segments = ({ path }: Operation) =>
  [...path.matchAll(/:(\w+)/g)].map(([, segment = '']) => ({
    name: nameIn(path, segment),
    in: 'path',
    required: true,
    ...(segment !== nameIn(path, segment) && { description: `As ${segment}.` }),
    schema: { type: 'integer', minimum: 1 },
  }));

const said: Record<string, string> = {
  page: 'Page offset to fetch.',
  per_page: 'Number of results to return per page, at most 100.',
  offset: 'Pad a number of results.',
  q: 'Search query.',
};

function queryParameters({ query }: Operation) {
  if (!query) return [];
  const { properties = {} } = schemaOf(query, 'input') as { properties?: Record<string, Json> };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    ...(said[name] && { description: said[name] }),
    schema,
  }));
}

function content({ multipart }: Operation, body: z.ZodMiniType): Json {
  const schema = schemaOf(body, 'input');
  if (!multipart) return { 'application/json': { schema } };
  const { file: _file, ...properties } = schema['properties'] as Json;
  return { 'application/json': { schema: { ...schema, properties } }, 'multipart/form-data': { schema } };
}

function reply({ reply, paged }: Operation): Json {
  const headers = paged && {
    ...Object.fromEntries(Object.keys(pageHeaders).map((name) => [name, ref('headers', name)])),
    'X-Next-Page': { description: 'The page after this one; empty on the last.', schema: { type: 'string' } },
  };
  return {
    description: 'As asked.',
    ...(headers && { headers }),
    content: { 'application/json': { schema: replySchema(reply) } },
  };
}

const refused = ({ method, path, query, body }: Operation) => [
  '401',
  ...(method === 'GET' ? [] : ['403']),
  ...(path.includes(':') ? ['404'] : []),
  '406',
  ...(body ? ['413', '415'] : []),
  ...(query || body ? ['422'] : []),
  '429',
];

/** `messageTemplates` as the reference's heading has it: "Message Templates". */
const titled = (resource: string) =>
  resource.replace(/^./, (first) => first.toUpperCase()).replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter}`);
