import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Nearer than this to the end counts as reading the end. */
const NEAR = 48;

/**
 * For a log that is laid out from its end: stays there while one reads the end; while one reads further up, keeps what
 * is read in place and counts what arrives below. `last` names the newest text.
 */
export function useStickToEnd({ last, isOwn }: { last: string | number | undefined; isOwn: boolean }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [unseen, setUnseen] = useState(0);
  const before = useRef({ last, height: 0, isAtEnd: true });

  useLayoutEffect(() => {
    const log = scroller.current;
    if (!log) return;
    const { last: known, height, isAtEnd } = before.current;
    const arrived = last !== undefined && known !== undefined && last !== known;
    if (arrived && isOwn) log.scrollTop = 0;
    else if (arrived && !isAtEnd) {
      log.scrollTop -= log.scrollHeight - height;
      setUnseen((count) => count + 1);
    }
    before.current = { last, height: log.scrollHeight, isAtEnd: log.scrollTop > -NEAR };
  }, [last, isOwn]);

  // Older texts above, and what is drawn as it comes near, change the height too, and are not what arrived.
  useEffect(() => {
    const log = scroller.current;
    if (!log) return;
    const grown = new ResizeObserver(() => (before.current.height = log.scrollHeight));
    for (const part of log.children) grown.observe(part);
    return () => grown.disconnect();
  }, []);

  const onScroll = () => {
    const log = scroller.current;
    if (!log) return;
    const isAtEnd = log.scrollTop > -NEAR;
    before.current = { ...before.current, height: log.scrollHeight, isAtEnd };
    if (isAtEnd) setUnseen(0);
  };
  const toEnd = () => {
    if (scroller.current) scroller.current.scrollTop = 0;
    scroller.current?.focus({ preventScroll: true });
    setUnseen(0);
  };
  return { scroller, unseen, onScroll, toEnd };
}
