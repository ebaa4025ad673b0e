import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { fillMergeFields } from '#contract/mergeFields.ts';
import type { Message } from '#contract/messages.ts';
import { removed, upsert } from '#dashboard/api/messageCache.ts';
import { cancelLast, cancelMessage } from '#dashboard/api/cancelMessage.ts';
import { imagesOf } from '#dashboard/lib/conversation.ts';
import { absolute, clock, countdown, daysAway, instant, short } from '#dashboard/lib/dates.ts';
import { defer } from '#dashboard/lib/later.ts';
import classes from './Bubble.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { BubbleImage } from './BubbleImage.tsx';
import { LinkedText } from './LinkedText.tsx';
import { textId } from './showText.ts';
import type { OpenThread } from './useThread.ts';

type Props = { message: Message; open: OpenThread; now: Date; onChange: (message: Message) => void };

/** A text that waits for its time: when that is, how long until then, and how to change or cancel it. */
export function PendingBubble({ message, open, now, onChange }: Props) {
  const cache = useQueryClient();
  const due = instant(message.deliver_at);
  const cancel = () => {
    removed(cache, message);
    defer({
      text: `Scheduled text to ${open.called} is cancelled`,
      run: () =>
        cancelMessage(message).catch((error: unknown) => {
          upsert(cache, message);
          throw error;
        }),
      onUndo: () => upsert(cache, message),
      onLeave: () => void cancelLast(message),
      failed: 'Not cancelled',
    });
  };
  return (
    <div id={textId(message.id)} className={classes.wrap} data-out>
      <span className="visually-hidden">You, not sent yet:</span>
      {imagesOf(message).map((url) => (
        <BubbleImage key={url} url={url} from="You" contactId={open.contactId} />
      ))}
      {message.content !== '' && (
        <div className={classes.line}>
          <div className={classes.bubble} dir="auto" data-pending>
            <LinkedText text={open.contact ? fillMergeFields(message.content, open.contact) : message.content} />
          </div>
        </div>
      )}
      <div className={classes.state} data-tone={message.status === 'held' ? 'warn' : 'info'}>
        <span className={classes.strong} title={due ? absolute(due) : undefined}>
          {message.status === 'held' ? <IconAlertTriangle aria-hidden /> : <IconClock aria-hidden />}
          {message.status === 'held'
            ? 'Held: its time passed while the service was down'
            : `Scheduled${dueWords(due, now)}`}
        </span>
        <PlainButton className={classes.action} onClick={() => onChange(message)}>
          {message.status === 'held' ? 'Edit and send' : 'Change'}
        </PlainButton>
        <PlainButton className={classes.action} onClick={cancel}>
          Cancel
        </PlainButton>
      </div>
    </div>
  );
}

function dueWords(due: Date | null, now: Date) {
  if (!due) return '';
  if (due <= now) return ' · going out now';
  const day = daysAway(due, now) === 0 ? '' : `${short(due, now)} `;
  return ` · ${day}${clock(due)} · in ${countdown(due, now)}`;
}
