import { z } from 'zod/mini';
import { limits } from '#contract/common.ts';
import { fitting } from './fitting.ts';

/** Parameters of an address: the page of a list, how many are on it, the id of something. */
export const params = {
  page: z._default(z.coerce.number().check(z.int(), z.gte(1)), 1),
  perPage: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(limits.perPage.max)), limits.perPage.default),
  id: z.coerce.number().check(z.int(), z.positive()),
};

/** Reads the query string by the schema; a value that does not fit is dropped, the others stay. */
export const readParams = <T extends z.ZodMiniObject>(schema: T, search: URLSearchParams): z.output<T> =>
  fitting(schema, Object.fromEntries(search));

/** The query string after a change. Keys that the schema does not know stay. */
export function changed<T extends z.ZodMiniObject>(schema: T, old: URLSearchParams, change: Partial<z.output<T>>) {
  const next = new URLSearchParams(old);
  const defaults: Record<string, unknown> = schema.safeParse({}).data ?? {};
  if (!('page' in change)) next.delete('page');
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined || value === null || value === '' || value === false || value === defaults[key])
      next.delete(key);
    else next.set(key, String(value));
  }
  return next;
}
