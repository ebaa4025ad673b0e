import type { MouseEvent } from 'react';
import { useNavigate } from 'react-router';
import { useStable } from './useStable.ts';

/**
 * Goes where the link that is clicked leads, without a reload: one handler for all links of a list. A `Link` each would
 * resolve its address with every change of the page's. What opens another tab or window stays with the browser.
 */
export function useFollow() {
  const navigate = useNavigate();
  return useStable((event: MouseEvent<HTMLAnchorElement>) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain) return;
    event.preventDefault();
    const { pathname, search } = event.currentTarget;
    void navigate(pathname + search);
  });
}
