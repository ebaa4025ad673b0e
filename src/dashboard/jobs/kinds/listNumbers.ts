import { blockedNumberOperations } from '#contract/blockedNumbers.ts';
import { optOutOperations } from '#contract/optOuts.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { digitsOf } from '#dashboard/lib/phone.ts';
import type { Numbered } from '#dashboard/lib/numbersIn.ts';
import { type Context, done, type JobKind, skipped } from '#dashboard/jobs/job.ts';

type Input = { into: 'optOuts' | 'blockedNumbers' };

/** Opts numbers out, or blocks them. */
export const listNumbers: JobKind<Numbered, Input> = {
  noun: 'number',
  label: ({ digits }) => `+${digits}`,
  async perform({ digits, optedIn }, { call, input }) {
    if (optedIn && input.into === 'optOuts') return skipped('Opted back in, left as is.');
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
  // Twice is the same as once, but the report has to tell what this job did from what was there before.
  lookUp: async ({ digits }, context) => ((await isOurs(digits, context)) ? done() : null),
  row: ({ digits, optedIn }) => ({ Phone: `+${digits}`, ...(optedIn && { State: 'opted back in' }) }),
  touches: ({ into }) => [[into], ['contacts']],
};

/** The clocks of this device and the service may differ by so much. */
const SKEW_MS = 60_000;

/** Whether the number has got onto the list since the job began. */
async function isOurs(digits: string, { callPage, input, startedAt }: Context<Input>): Promise<boolean> {
  const operation = input.into === 'optOuts' ? optOutOperations.list : blockedNumberOperations.list;
  const { items } = await callPage(operation, { query: { q: digits } });
  return items.some(
    (entry) =>
      digitsOf(entry.phone) === digits &&
      !('opt_in' in entry && entry.opt_in) &&
      Date.parse(entry.updated_at) > startedAt - SKEW_MS,
  );
}
