import type { Broadcast } from '#contract/broadcasts.ts';
import { broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { instant } from '#dashboard/lib/dates.ts';
import { alertThat, notify } from '#dashboard/lib/later.ts';
import { broadcasts } from './broadcasts.ts';
import { takeBack } from './broadcastSwapSteps.ts';
import { queryClient } from './queryClient.ts';

/**
 * Makes a scheduled or held broadcast a draft again: the draft is safe before the broadcast is taken back. Nothing goes
 * out by this. Answers the draft's key; null when it had started already.
 */
export async function unschedule(broadcast: Broadcast): Promise<string | null> {
  const { id, message_body, user_id, group_id, group_name } = broadcast;
  const due = instant(broadcast.deliver_at);
  const key = await broadcastDrafts.begin({
    text: message_body,
    sender: user_id,
    groups: group_id === null ? [] : [{ id: group_id, name: group_name }],
    at: due && due.getTime() > Date.now() ? due.toISOString() : null,
  });
  const end = await takeBack(id);
  void queryClient.invalidateQueries({ queryKey: broadcasts.all });
  if (end === 'gone') {
    notify('Unscheduled. Nothing was sent; it is a draft again.');
    return key;
  }
  await broadcastDrafts.remove(key);
  alertThat('Not unscheduled: it has started to go out.');
  return null;
}
