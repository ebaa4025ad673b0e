import type { LiveState } from '#dashboard/api/eventStream.ts';
import classes from './Header.module.css';

const words: Record<LiveState, { word: string; meaning: string }> = {
  connecting: { word: 'Connecting', meaning: 'Asking for new messages as they come' },
  live: { word: 'Live', meaning: 'New messages appear by themselves' },
  polling: { word: 'Polling', meaning: 'No live events: new messages are looked for once a minute' },
  offline: { word: 'Offline', meaning: 'No connection: what you see may be old' },
};

/** Whether new messages appear by themselves. */
export function LiveDot({ state }: { state: LiveState }) {
  const { word, meaning } = words[state];
  return (
    <span className={classes.item} title={meaning}>
      <span className={classes.dot} data-state={state} aria-hidden />
      {word}
    </span>
  );
}
