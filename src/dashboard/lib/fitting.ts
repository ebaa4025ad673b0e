import type { z } from 'zod/mini';

/** Reads `given` by the schema; a value that does not fit counts as absent, the others stay. */
export function fitting<T extends z.ZodMiniObject>(schema: T, given: object): z.output<T> {
  const known: Record<string, unknown> = Object.fromEntries(
    Object.entries(given).filter(([key]) => key in schema.shape),
  );
  const all = schema.safeParse(known);
  if (all.success) return all.data;
  for (const { path } of all.error.issues) {
    const [key] = path;
    if (typeof key === 'string') delete known[key];
  }
  const rest = schema.safeParse(known);
  return rest.success ? rest.data : schema.parse({});
}
