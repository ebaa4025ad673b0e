import { broadcastOperations as operations } from '#contract/broadcasts.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import type { Swap } from './broadcastSwap.ts';
import { call } from './client.ts';
import { pause, type ToHandOver } from './handOver.ts';

/** The new one, as it is handed over. */
export const toHandOver = ({ old, at, sendKey, after, handedAt }: Swap): ToHandOver => ({
  sendKey,
  group: old.group_id ?? 0,
  sender: old.user_id,
  text: old.message_body,
  ...(at !== null && { deliverAt: at }),
  after,
  handedAt,
});

const LONGEST_WAIT = 8_000;

/**
 * Deletes a broadcast, as often as it takes to know that it is gone: doing that twice does no harm. `started`: the
 * service does not allow it any more.
 */
export async function takeBack(id: number): Promise<'gone' | 'started'> {
  for (let failures = 0; ; failures++) {
    try {
      await call(operations.delete, { params: { id }, keepalive: true });
      return 'gone';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 404) return 'gone';
      if (error.status === 422 || error.status === 403) return 'started';
      await pause(Math.min(error.retryAfter ? error.retryAfter * 1000 : 500 * 2 ** failures, LONGEST_WAIT));
    }
  }
}
