import { useCallback, useLayoutEffect, useRef } from 'react';

/** One function for good that does what `act`, as it was given last, does: for handlers of parts that are memoized. */
export function useStable<Args extends unknown[], Result>(act: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args) => latest.current(...args), []);
}
