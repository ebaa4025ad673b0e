import { useEffect, useRef } from 'react';
import { showText } from './showText.ts';
import type { OpenThread } from './useThread.ts';

/** How many older pages are read by themselves on the way to a text that was searched for. */
const PAGES = 8;

/** Leads to the text that a search found: reads older ones until it is there. `far` when it lies further back than that. */
export function useShowHit({ query }: OpenThread, hit: number | undefined) {
  const shown = useRef<number>(undefined);
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const isLoaded = hit !== undefined && data?.pages.some(({ items }) => items.some(({ id }) => id === hit));
  const pages = data?.pages.length ?? 0;
  const looks = hit !== undefined && data !== undefined && !isLoaded && hasNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (looks && pages < PAGES && !isFetchingNextPage) void fetchNextPage();
  }, [looks, pages, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    if (isLoaded && shown.current !== hit && showText(hit)) shown.current = hit;
  }, [isLoaded, hit, pages]);
  return {
    far: looks && pages >= PAGES,
    looking: looks && pages < PAGES,
    lookFurther: () => void fetchNextPage(),
    isFetchingNextPage,
  };
}
