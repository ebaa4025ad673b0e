import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useState } from 'react';
import type { LiveState } from '#dashboard/api/eventStream.ts';
import { session } from '#dashboard/api/session.ts';
import { useHash } from '#dashboard/lib/useHash.ts';
import { late } from '#dashboard/ui/late.tsx';
import classes from './Header.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';

const TurnOnLive = late(async () => (await import('./TurnOnLive.tsx')).TurnOnLive);

const words: Record<LiveState, { word: string; meaning: string }> = {
  connecting: { word: 'Connecting', meaning: 'Asking for new messages as they come' },
  live: { word: 'Live', meaning: 'New messages appear by themselves' },
  polling: { word: 'Polling', meaning: 'New messages are looked for about once a minute' },
  offline: { word: 'Offline', meaning: 'No connection: what you see may be old' },
};

/** Whether new messages appear by themselves; who can turn that on finds the button here, or by `#live`. */
export function LiveDot({ state }: { state: LiveState }) {
  const { data } = useQuery(session.current());
  const [opened, setOpened] = useState(false);
  useHash('#live', () => setOpened(true));
  const { word, meaning } = words[state];
  const dot = (
    <>
      <span className={classes.dot} data-state={state} aria-hidden />
      {word}
    </>
  );
  if (!data?.canTurnOnLive) {
    return (
      <span className={classes.item} title={meaning}>
        {dot}
      </span>
    );
  }
  const button = (
    <PlainButton
      className={clsx(classes.item, classes.pressable)}
      title={`${meaning}. Turn on live`}
      aria-haspopup="dialog"
      aria-expanded={opened}
      onClick={() => setOpened(!opened)}
    >
      {dot}
    </PlainButton>
  );
  return (
    <TurnOnLive opened={opened} onChange={setOpened} fallback={button}>
      {button}
    </TurnOnLive>
  );
}
