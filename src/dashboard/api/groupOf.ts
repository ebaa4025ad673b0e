import { type Group, groupOperations as operations } from '#contract/groups.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { call } from './client.ts';
import { groups } from './groups.ts';
import { pause } from './handOver.ts';
import { queryClient } from './queryClient.ts';

type Wanted = { name: string; contactIds: readonly number[]; onProgress: (done: number) => void; signal: AbortSignal };

/**
 * Makes a group of these people: one request for the group and one for each of them. One who is in it already stays, so
 * a request without an answer is simply asked again. Who no longer exists is left out.
 */
export async function makeGroup({ name, contactIds, onProgress, signal }: Wanted): Promise<Group> {
  let group = await call(operations.create, { body: { name }, signal, draftKey: crypto.randomUUID() });
  for (const [done, contact_id] of contactIds.entries()) {
    group = (await added({ id: group.id, contact_id }, signal)) ?? group;
    onProgress(done + 1);
  }
  void queryClient.invalidateQueries({ queryKey: groups.all });
  return group;
}

const TRIES = 4;

async function added(params: { id: number; contact_id: number }, signal: AbortSignal): Promise<Group | undefined> {
  for (let tries = 1; ; tries++) {
    signal.throwIfAborted();
    try {
      return await call(operations.addContact, { params, signal });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 404) return undefined;
      const passes = error.status === 429 || error.outcomeUnknown || error.status >= 500;
      if (!passes || (tries >= TRIES && error.status !== 429)) throw error;
      await pause((error.retryAfter ?? 2 ** tries) * 1000);
    }
  }
}
