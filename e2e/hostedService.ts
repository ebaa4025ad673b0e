import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { everyOperation } from '#contract/api.ts';
import samples from '#contract/samples.json' with { type: 'json' };

type Row = Record<string, unknown>;
/** What an operation answers; without a body nothing at all. */
type Answer = { status: number; headers?: Record<string, string>; body?: unknown; text?: string };

const sampleOf = (name: string): Row | string => {
  const sample: unknown = new Map<string, unknown>(Object.entries(samples)).get(name);
  return (Array.isArray(sample) ? sample[0] : sample) as Row | string;
};

/** Everything refers to the first of its kind. */
const references = ['account_id', 'organization_id', 'owner_id', 'web_hookable_id', 'user_id', 'group_id'];

/** A row as nobody documented it: numbers and booleans as strings, phones with a plus, words and fields nobody knows. */
const strange = (row: Row): Row => ({
  ...Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'number' || typeof value === 'boolean' ? String(value) : strangeText(key, value),
    ]),
  ),
  surprise: { nested: [null, 1, 'x'] },
  'odd-field': '<b>odd</b>',
});

function strangeText(key: string, value: unknown) {
  if (key === 'status') return 'queued_at_carrier';
  if (key === 'role') return 'owner';
  return key === 'phone' ? `+${String(value)}` : value;
}

/** A row of which only the numbers are left: null where text is expected, everything else missing. */
const bare = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, value]): [string, unknown][] =>
      typeof value === 'number' ? [[key, value]] : typeof value === 'string' ? [[key, null]] : [],
    ),
  );

function rowsOf(resource: string): Row[] {
  const sample = sampleOf(`${resource}.list`);
  if (typeof sample === 'string') return [];
  const whole = { ...sample, ...Object.fromEntries(references.filter((key) => key in sample).map((key) => [key, 1])) };
  const own = resource === 'messages' ? { sender_id: 1, receiver_id: 1 } : {};
  const other =
    resource === 'messages' ? { ...own, sender_type: 'User', receiver_type: 'Contact', receiver_id: 2 } : {};
  return [strange({ ...whole, ...own, id: 1 }), { ...bare({ ...whole, id: 2 }), ...other }];
}

/**
 * A hosted service that keeps to the letter of no documentation: it answers with every form that
 * the dashboard is to read. It counts nothing (no `X-Total`), and limits with 403 and 503.
 */
export async function startHostedService() {
  const rows = new Map(
    [...new Set(everyOperation.map(({ resource }) => resource))].map((name) => [name, rowsOf(name)]),
  );
  const limited = new Map([
    ['autoReplies.list', 403],
    ['blockedNumbers.list', 503],
  ]);
  const asked = new Set<string>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const found = operationOf(request.method ?? '', url.pathname);
    if (!found) return send(response, { status: 404, text: '<h1>Not Found</h1>' });
    asked.add(found.name);
    const limit = limited.get(found.name);
    limited.delete(found.name);
    if (limit) return send(response, { status: limit, headers: { 'Retry-After': '1' }, body: { error: 'Slow down' } });
    void bodyOf(request).then((body) => send(response, answerTo(rows, found, url.searchParams, body)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The names of the operations that were asked for. */
    asked,
    rows: (resource: string) => rows.get(resource) ?? [],
    close: () => server.close().closeAllConnections(),
  };
}

type Found = { name: string; resource: string; ids: number[] };

function operationOf(method: string, pathname: string): Found | undefined {
  for (const { name, resource, operation } of everyOperation) {
    const pattern = new RegExp(`^/api${operation.path.replace(/:\w+/g, '(\\d+)')}$`);
    const match = operation.method === method ? pattern.exec(pathname) : null;
    if (match) return { name, resource, ids: match.slice(1).map(Number) };
  }
  return undefined;
}

function answerTo(all: Map<string, Row[]>, found: Found, query: URLSearchParams, body: Row): Answer {
  const { name, resource, ids } = found;
  const rows = all.get(resource) ?? [];
  const action = name.split('.')[1];
  const one = rows.find(({ id }) => Number(id) === ids[0]);
  if (name === 'tags.list') return { status: 200, body: ['forklift', null, 7] };
  if (name === 'users.current') return { status: 200, body: { ...rows[0], id: 1 } };
  if (name === 'messages.thread') return { status: 200, body: ids[0] === 1 ? paged(rows, query) : rows[1] };
  // A group where its people or broadcasts were promised, as in the reference's sample.
  if (name === 'groups.contacts')
    return { status: 200, body: ids[0] === 1 ? paged(all.get('contacts')!.slice(0, 1), query) : one };
  if (name === 'groups.broadcasts')
    return { status: 200, body: ids[0] === 1 ? paged(all.get('broadcasts')!, query) : one };
  // Where there is just one, it comes without a list around it.
  if (name === 'messageSignatures.list') return { status: 200, body: paged(rows, query)[0] ?? null };
  if (action === 'list') return { status: 200, body: paged(rows, query) };
  if (action === 'create') {
    const made = strange({ ...(sampleOf(name) as Row), ...body, id: rows.length + 3 });
    rows.unshift(made);
    return { status: 202, body: made };
  }
  if (!one) return { status: 404, text: '<h1>Not Found</h1>' };
  if (action === 'get') return { status: 203, body: one };
  if (action === 'update') return { status: 201, body: Object.assign(one, body) };
  if (action === 'addContact' || action === 'removeContact') return { status: 200, body: one };
  rows.splice(rows.indexOf(one), 1);
  return resource === 'webHooks' ? { status: 200, text: '' } : { status: 204 };
}

function paged(rows: Row[], query: URLSearchParams): Row[] {
  const length = Number(query.get('per_page') ?? 25);
  const start = (Number(query.get('page') ?? 1) - 1) * length + Number(query.get('offset') ?? 0);
  return rows.slice(start, start + length);
}

async function bodyOf(request: IncomingMessage): Promise<Row> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text.startsWith('{') ? (JSON.parse(text) as Row) : {};
}

function send(response: ServerResponse, { status, headers = {}, body, text }: Answer) {
  const isJson = body !== undefined;
  response.writeHead(status, {
    ...headers,
    ...(status !== 204 && { 'Content-Type': isJson ? 'application/vnd.textus+json' : 'text/html' }),
  });
  response.end(isJson ? JSON.stringify(body) : text);
}
