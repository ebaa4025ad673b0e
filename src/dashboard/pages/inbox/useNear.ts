import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So far beyond what is in sight things are still drawn. */
const MARGIN = '1500px 0px';

/**
 * Whether something in a log is near what is in sight, and how high it was (px) when it last was. What stands below
 * what is read, and turns out to be of another height than was held for it, moves nothing.
 */
export function useNear(isFirst: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const [{ isNear, height }, setState] = useState<{ isNear: boolean; height?: number }>({ isNear: isFirst });
  const before = useRef<DOMRectReadOnly>(undefined);
  useEffect(() => {
    const watched = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        const { isIntersecting, boundingClientRect } = entry;
        before.current = boundingClientRect;
        setState((old) =>
          old.isNear === isIntersecting ? old : { isNear: isIntersecting, height: boundingClientRect.height },
        );
      },
      { root: ref.current?.closest('[role=log]') ?? null, rootMargin: MARGIN },
    );
    if (ref.current) watched.observe(ref.current);
    return () => watched.disconnect();
  }, []);
  useLayoutEffect(() => {
    const log = ref.current?.closest('[role=log]');
    if (!isNear || !ref.current || !log || !before.current) return;
    const isBelow = before.current.top >= log.getBoundingClientRect().bottom;
    // The log is measured from its end.
    if (isBelow) log.scrollTop -= ref.current.offsetHeight - before.current.height;
  }, [isNear]);
  return { ref, isNear, height };
}
