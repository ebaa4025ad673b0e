import { DraftFate } from '#contract/session.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { request } from './http.ts';

/**
 * What became of what was sent under a key, as far as the gateway knows. A key that never reached it is used up by
 * asking, so that a request which is still on its way will not be passed on. `since`: when it was first used.
 */
export async function fateOf(key: string, since: number): Promise<DraftFate> {
  const age = Math.ceil(Math.max(0, Date.now() - since) / 1000) + 2;
  const response = await request('DELETE', `/drafts/${key}?age=${age}`);
  const fate = DraftFate.safeParse(await response.json().catch(() => undefined));
  if (!fate.success) throw new ApiError(0, 'The service answered something unexpected.');
  return fate.data;
}
