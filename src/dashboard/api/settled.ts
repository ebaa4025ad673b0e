import type { Query } from '@tanstack/react-query';

/** When nothing of these is being read any more, whatever came of it. */
export const settled = (queries: readonly Query[]) =>
  Promise.allSettled(queries.map(({ promise }) => promise ?? Promise.resolve()));
