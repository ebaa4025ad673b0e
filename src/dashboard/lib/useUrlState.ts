import { useSearchParams } from 'react-router';
import type { z } from 'zod/mini';
import { changed, readParams } from './urlState.ts';

type Options = {
  /** Replaces the entry in the history, for what changes with every key. */
  replace?: boolean;
};

/**
 * The query string as `schema` reads it, and a function that changes parts of it. A value the schema refuses counts as
 * absent. A change of anything but `page` goes back to page 1. Defaults are left out of the address.
 */
export function useUrlState<T extends z.ZodMiniObject>(schema: T) {
  const [params, setParams] = useSearchParams();
  const state = readParams(schema, params);
  const patch = (change: Partial<z.output<T>>, { replace = false }: Options = {}) =>
    setParams((old) => changed(schema, old, change), { replace, preventScrollReset: true });
  /** What a change leads to, for whoever reads it before the address has changed. */
  const after = (change: Partial<z.output<T>>) => readParams(schema, changed(schema, params, change));
  return [state, patch, after] as const;
}
