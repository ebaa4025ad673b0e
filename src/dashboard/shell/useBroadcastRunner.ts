import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { session } from '#dashboard/api/session.ts';

/** Goes on with the broadcasts that whoever is signed in has under way, on whichever page they are. */
export function useBroadcastRunner(): void {
  const { data } = useQuery(session.current());
  const owner = data?.username;
  useEffect(() => {
    if (!owner) return;
    let stop: (() => void) | undefined;
    let gone = false;
    import('#dashboard/api/broadcastsGoingOut.ts').then(
      ({ startBroadcasts, stopBroadcasts }) => {
        if (gone) return;
        startBroadcasts(owner);
        stop = stopBroadcasts;
      },
      () => undefined, // the next page tries again
    );
    return () => {
      gone = true;
      stop?.();
    };
  }, [owner]);
}
