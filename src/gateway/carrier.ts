import { z } from 'zod';
import type { Operation } from '#contract/operation.ts';

type Line = { name: string; method: string; path: RegExp; query: string[]; body?: Operation['body'] };

/** What the simulated carrier of the embedded server answers. */
const lines: Line[] = [
  { name: 'carrier.inbound', method: 'POST', path: /^\/carrier\/inbound$/, query: [], body: z.unknown() },
  { name: 'carrier.phone', method: 'GET', path: /^\/carrier\/phones\/\+[1-9]\d{6,14}\/messages$/, query: [] },
  { name: 'carrier.numbers', method: 'GET', path: /^\/carrier\/numbers$/, query: [] },
  { name: 'carrier.state', method: 'GET', path: /^\/carrier\/phones\/\+[1-9]\d{6,14}$/, query: [] },
  { name: 'carrier.switch', method: 'PUT', path: /^\/carrier\/phones\/\+[1-9]\d{6,14}$/, query: [], body: z.unknown() },
  {
    name: 'carrier.messages',
    method: 'GET',
    path: /^\/carrier\/messages$/,
    query: ['broadcast_id', 'page', 'per_page'],
  },
];

/** The carrier's line for this request, with its query rebuilt; null where there is none. */
export function findCarrier(method: string, path: string, search: URLSearchParams) {
  const line = lines.find((known) => known.method === method && known.path.test(path));
  if (!line) return null;
  const given = line.query.flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { name: line.name, operation: { body: line.body }, path, query: new URLSearchParams(given) };
}
