import type { Everybody } from '#dashboard/jobs/people.ts';
import type { ListState } from './listState.ts';

/** What a job reads for all that match, where the service lists them by itself. */
export const everybodyOf = ({ q, scope }: ListState): Everybody => ({
  list: { ...(q && { q }), ...(scope && { scope }) },
});
