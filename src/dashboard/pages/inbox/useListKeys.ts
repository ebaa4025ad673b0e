import { type RefObject, useEffect, useRef } from 'react';
import type { Message } from '#contract/messages.ts';
import { personOf } from '#dashboard/lib/conversation.ts';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';

type Options = {
  rows: Message[];
  openId: number | undefined;
  scroller: RefObject<HTMLElement | null>;
  scrollTo: (index: number) => void;
};

/** `j` and `k` move from row to row; Enter opens, as on any link. Starts at the open conversation. */
export function useListKeys({ rows, openId, scroller, scrollTo }: Options): void {
  const wanted = useRef<number | null>(null);
  const linkTo = (id: number) => scroller.current?.querySelector<HTMLElement>(`[data-contact="${id}"]`);

  // The row may not be there before it is scrolled to.
  useEffect(() => {
    const link = wanted.current === null ? undefined : linkTo(wanted.current);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });

  const move = (step: number) => {
    const focused = document.activeElement?.getAttribute('data-contact');
    const from = rows.findIndex((row) => personOf(row).id === (focused ? Number(focused) : openId));
    const index = Math.min(Math.max(from < 0 && step < 0 ? 0 : from + step, 0), rows.length - 1);
    const row = rows[index];
    if (!row) return;
    scrollTo(index);
    const { id } = personOf(row);
    const link = linkTo(id);
    if (link) link.focus({ preventScroll: true });
    else wanted.current = id;
  };
  useShortcut('j', 'Next conversation', () => move(1));
  useShortcut('k', 'Conversation before', () => move(-1));
}
