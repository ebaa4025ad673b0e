import { useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Message } from '#contract/messages.ts';
import { prefetchThread } from '#dashboard/api/prefetchThread.ts';
import { personOf } from '#dashboard/lib/conversation.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import classes from './ConversationList.module.css';
import { ConversationRow } from './ConversationRow.tsx';
import type { InboxState } from './inboxState.ts';
import { useListKeys } from './useListKeys.ts';

type Props = { rows: Message[]; state: InboxState; openId: number | undefined; onEnd: () => void };

/** Rows before the end at which the next page is asked for. */
const AHEAD = 12;

/** The rows that are in sight, out of however many. */
export function ConversationList({ rows, state, openId, onEnd }: Props) {
  const cache = useQueryClient();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  // Of the row's height in the theme, in the reader's own text size.
  const height = () => 4 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: height,
    overscan: 6,
    getItemKey: (index) => (rows[index] ? personOf(rows[index]).id : index),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD) onEnd();
  }, [last, rows.length, onEnd]);
  useListKeys({ rows, openId, scroller, scrollTo: (index) => virtual.scrollToIndex(index) });

  return (
    <div className={classes.scroller} ref={scroller}>
      <ul className={classes.rows} aria-label="Conversations" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const message = rows[index];
          return (
            message && (
              <li
                key={key}
                className={classes.item}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
              >
                <ConversationRow
                  message={message}
                  state={state}
                  isOpen={personOf(message).id === openId}
                  now={now}
                  onNear={() => prefetchThread(cache, personOf(message).id)}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
