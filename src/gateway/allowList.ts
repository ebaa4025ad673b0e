import { z } from 'zod/mini';
import { everyOperation } from '#contract/api.ts';
import { deliveryOperations } from '#contract/deliveries.ts';
import type { Operation } from '#contract/operation.ts';
import { upstreamUrl } from './upstream.ts';

/** An operation that may be forwarded, with the path and query rebuilt from what was checked. */
export type Allowed = {
  name: string;
  resource: string;
  operation: Operation;
  path: string;
  /** The path with its query. */
  target: string;
  /** The first id in the path. */
  id: number | null;
};

type Entry = { name: string; resource: string; operation: Operation; parameters: string[] };

/** `/contacts/12` and `/contacts/:id` alike. */
const shape = (method: string, segments: string[], isId: (segment: string) => boolean) =>
  `${method} ${segments.map((segment) => (isId(segment) ? ':' : segment)).join('/')}`;

const entriesOf = (operations: typeof everyOperation): [string, Entry][] =>
  operations.map(({ name, resource, operation }) => [
    shape(operation.method, operation.path.split('/'), (segment) => segment.startsWith(':')),
    { name, resource, operation, parameters: parametersOf(operation) },
  ]);

const table = new Map<string, Entry>(entriesOf(everyOperation));

/** What only the embedded server has: the deliveries of its web hooks. */
const embeddedTable = new Map<string, Entry>(
  entriesOf(
    Object.entries<Operation>(deliveryOperations).map(([name, operation]) => ({
      name: `deliveries.${name}`,
      resource: 'deliveries',
      operation,
    })),
  ),
);

/** The names the operation documents for its query string. */
function parametersOf({ query }: Operation): string[] {
  return query instanceof z.ZodMiniObject ? Object.keys(query.shape) : [];
}

/** A positive integer as the API writes ids: no sign, no leading zero, exact in a number. */
const isId = (segment: string) => /^[1-9]\d{0,15}$/.test(segment) && Number.isSafeInteger(Number(segment));

/**
 * What the contract has for this request, or null. `path` begins with `/api/` and is compared as it came, undecoded.
 * `embedded`: the upstream is our own server, which knows more than the reference.
 * Query parameters that the operation does not document are left out; of repeated ones the first counts.
 */
export function findAllowed(
  method: string,
  path: string,
  search: URLSearchParams,
  { embedded }: { embedded: boolean },
): Allowed | null {
  const segments = path.slice('/api'.length).split('/');
  // A colon stands for an id in the table's keys; in a request it stands for nothing.
  const asked = shape(method, segments, isId);
  const known = table.get(asked) ?? (embedded ? embeddedTable.get(asked) : undefined);
  const entry = path.includes(':') ? undefined : known;
  if (!entry) return null;
  const { parameters, ...allowed } = entry;
  const ids = segments.filter(isId);
  const query = new URLSearchParams();
  for (const name of parameters) {
    const value = search.get(name);
    if (value !== null) query.set(name, value);
  }
  const rebuiltPath = `/api${rebuilt(allowed.operation, ids)}`;
  const id = ids[0] ? Number(ids[0]) : null;
  return { ...allowed, path: rebuiltPath, target: upstreamUrl('', rebuiltPath, query), id };
}

/** The operation's own path with `ids` in place of its parameters. */
function rebuilt({ path }: Operation, ids: string[]): string {
  const rest = ids[Symbol.iterator]();
  return path.replace(/:\w+/g, () => String(Number(rest.next().value)));
}
