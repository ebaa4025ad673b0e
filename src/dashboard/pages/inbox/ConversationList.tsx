import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Message } from '#contract/messages.ts';
import { prefetchThread } from '#dashboard/api/prefetchThread.ts';
import { personOf } from '#dashboard/lib/conversation.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import classes from './ConversationList.module.css';
import { ConversationRow } from './ConversationRow.tsx';
import type { InboxState } from './inboxState.ts';
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
                state={state}
                isOpen={id === openId}
                now={now}
                onNear={() => prefetchThread(cache, id)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
