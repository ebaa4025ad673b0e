import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So far beyond what is in sight things are still drawn. */
const MARGIN = '1500px 0px';

type Seen = (entry: IntersectionObserverEntry) => void;
const whoSees = new WeakMap<Element, Seen>();
/** One for each log: what comes near in a frame is told, and drawn, together. */
const observers = new WeakMap<Element, IntersectionObserver>();

/** Tells when `element` comes near what is in sight of the log, and when it no longer is; answers what ends it. */
function watch(element: Element, onSeen: Seen): () => void {
  const root = element.closest('[role=log]') ?? element;
  const observer =
    observers.get(root) ??
    new IntersectionObserver((entries) => entries.forEach((entry) => whoSees.get(entry.target)?.(entry)), {
      root,
      rootMargin: MARGIN,
    });
  observers.set(root, observer);
  whoSees.set(element, onSeen);
  observer.observe(element);
  return () => observer.unobserve(element);
}

/**
 * Whether something in a log is near what is in sight, and how high it was (px) when it last was. What stands below
 * what is read, and turns out to be of another height than was held for it, moves nothing.
 */
export function useNear(isFirst: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const [{ isNear, height }, setState] = useState<{ isNear: boolean; height?: number }>({ isNear: isFirst });
  const before = useRef<DOMRectReadOnly>(undefined);
  useEffect(() => {
    if (!ref.current) return;
    return watch(ref.current, ({ isIntersecting, boundingClientRect }) => {
      before.current = boundingClientRect;
      setState((old) =>
        old.isNear === isIntersecting ? old : { isNear: isIntersecting, height: boundingClientRect.height },
      );
    });
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
