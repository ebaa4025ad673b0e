import { useCallback, useSyncExternalStore } from 'react';

/** The widths at which the layout changes; the same as `$phone` and `$rail` of the styles. */
export const widths = { phone: '(max-width: 47.99em)', rail: '(max-width: 74.99em)' } as const;

/** Whether the window matches, from the first render on. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
