import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Message } from '#contract/messages.ts';
import { prefetchThread } from '#dashboard/api/prefetchThread.ts';
import { session } from '#dashboard/api/session.ts';
import { personOf } from '#dashboard/lib/conversation.ts';
import { useFollow } from '#dashboard/lib/useFollow.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { useStable } from '#dashboard/lib/useStable.ts';
import { paths } from '#dashboard/paths.ts';
import classes from './ConversationList.module.css';
import { ConversationRow } from './ConversationRow.tsx';
import { type InboxState, queryOf } from './inboxState.ts';
import { useListKeys } from './useListKeys.ts';
import { useRowsInSight } from './useRowsInSight.ts';

type Props = { rows: Message[]; state: InboxState; openId: number | undefined; onEnd: () => void };

/** The rows that are in sight, out of however many. */
export function ConversationList({ rows, state, openId, onEnd }: Props) {
  const cache = useQueryClient();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, height, total, scrollTo } = useRowsInSight(scroller, rows.length);
  const reachesEnd = end >= rows.length;
  useEffect(() => {
    if (reachesEnd) onEnd();
  }, [reachesEnd, onEnd]);
  const near = useStable((id: number) => prefetchThread(cache, id));
  const follow = useFollow();
  const { data: me } = useQuery(session.current());
  useListKeys({ rows, openId, scroller, scrollTo });

  return (
    <div className={classes.scroller} ref={scroller}>
      <ul className={classes.rows} aria-label="Conversations" style={{ height: total }}>
        {rows.slice(first, end).map((message, at) => {
          const { id } = personOf(message);
          const index = first + at;
          return (
            <li
              key={id}
              className={classes.item}
              style={{ top: index * height }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              <ConversationRow
                message={message}
                href={paths.conversation(id, { ...queryOf(state), ...(state.q && { at: String(message.id) }) })}
                scope={state.scope}
                isOpen={id === openId}
                now={now}
                ownId={me?.user?.id}
                onNear={near}
                onFollow={follow}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
