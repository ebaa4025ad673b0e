import type { z } from 'zod';

/** Reads the query string by the schema; a value that does not fit is dropped, the others stay. */
export function readParams<T extends z.ZodObject>(schema: T, params: URLSearchParams): z.output<T> {
  const given: Record<string, string> = Object.fromEntries([...params].filter(([key]) => key in schema.shape));
  const all = schema.safeParse(given);
  if (all.success) return all.data;
  for (const { path } of all.error.issues) {
    const [key] = path;
    if (typeof key === 'string') delete given[key];
  }
  const rest = schema.safeParse(given);
  return rest.success ? rest.data : schema.parse({});
}

/** The query string after a change. Keys that the schema does not know stay. */
export function changed<T extends z.ZodObject>(schema: T, old: URLSearchParams, change: Partial<z.output<T>>) {
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
