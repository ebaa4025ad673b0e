import { type RefObject, useEffect, useState } from 'react';

/** Rows drawn beyond those in sight, so that scrolling shows no gap; they come once the others stand. */
const SPARE = 8;

/** Which of `count` rows of one height are in sight, and how to bring one there. */
export function useRowsInSight(scroller: RefObject<HTMLElement | null>, count: number) {
  const [height] = useState(rowHeight);
  const [sight, setSight] = useState({ top: 0, room: window.innerHeight, spare: 0 });
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = () =>
      setSight((old) => {
        // Drawn again once a row has passed, not at every pixel.
        const top = Math.floor(box.scrollTop / height) * height;
        return old.spare > 0 && old.top === top && old.room === box.clientHeight
          ? old
          : { top, room: box.clientHeight, spare: SPARE };
      });
    const resized = new ResizeObserver(look);
    resized.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroller, height]);

  const first = Math.max(0, Math.floor(sight.top / height) - sight.spare);
  const end = Math.min(count, Math.ceil((sight.top + sight.room) / height) + sight.spare);
  const scrollTo = (index: number) => {
    const box = scroller.current;
    if (!box) return;
    const [from, to] = [index * height, (index + 1) * height];
    if (from < box.scrollTop) box.scrollTo({ top: from });
    else if (to > box.scrollTop + box.clientHeight) box.scrollTo({ top: to - box.clientHeight });
  };
  return { first, end, height, total: count * height, scrollTo };
}

/** `--sb-conversation` of the theme, in the reader's own text size. */
function rowHeight() {
  const style = getComputedStyle(document.documentElement);
  return Number.parseFloat(style.getPropertyValue('--sb-conversation')) * Number.parseFloat(style.fontSize) || 64;
}
