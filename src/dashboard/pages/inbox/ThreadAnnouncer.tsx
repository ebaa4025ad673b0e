import { useEffect, useRef, useState } from 'react';
import { isInbound } from '#dashboard/lib/conversation.ts';
import type { OpenThread } from './useThread.ts';

const SPOKEN = 200;

/** Says what came in, once and politely. The log itself stays silent: it also grows upwards, by what is old. */
export function ThreadAnnouncer({ open: { newest, called } }: { open: OpenThread }) {
  const [words, setWords] = useState('');
  const known = useRef<number>(undefined);
  useEffect(() => {
    if (!newest) return;
    const before = known.current;
    known.current = newest.id;
    if (before === undefined || newest.id <= before || !isInbound(newest)) return;
    // oxlint-disable-next-line react/set-state-in-effect -- only what arrives after the first look is said
    setWords(`${called}: ${newest.content.slice(0, SPOKEN) || 'an image'}`);
  }, [newest, called]);
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  );
}
