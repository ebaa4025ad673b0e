import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { patiently } from '#dashboard/lib/patiently.ts';

/** Keeps what is opened among the recent things of the palette. */
export function useRecents(): void {
  const { pathname } = useLocation();
  const cache = useQueryClient();
  useEffect(() => {
    let end: (() => void) | undefined;
    let gone = false;
    void patiently(() => import('./recents.ts')).then(({ noteOpened }) => {
      if (!gone) end = noteOpened(cache, pathname);
    });
    return () => {
      gone = true;
      end?.();
    };
  }, [cache, pathname]);
}
