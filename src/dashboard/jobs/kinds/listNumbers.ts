import { blockedNumberOperations } from '#contract/blockedNumbers.ts';
import { optOutOperations } from '#contract/optOuts.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import type { Numbered } from '#dashboard/lib/numbersIn.ts';
import { done, type JobKind, skipped } from '#dashboard/jobs/job.ts';

type Input = { into: 'optOuts' | 'blockedNumbers' };

/** Opts numbers out, or blocks them. Twice is the same as once: the second is refused as there already. */
export const listNumbers: JobKind<Numbered, Input> = {
  noun: 'number',
  label: ({ digits }) => `+${digits}`,
  async perform({ digits }, { call, input }) {
    const operation = input.into === 'optOuts' ? optOutOperations.create : blockedNumberOperations.create;
    try {
      await call(operation, { body: { phone: `+${digits}` } });
      return done();
    } catch (error) {
      if (error instanceof ApiError && error.status === 422 && /taken/.test(error.message)) {
        return skipped(input.into === 'optOuts' ? 'Opted out already.' : 'Blocked already.');
      }
      throw error;
    }
  },
  row: ({ digits }) => ({ Phone: `+${digits}` }),
  touches: ({ into }) => [[into], ['contacts']],
};
