import { IconRobot, IconSpeakerphone } from '@tabler/icons-react';
import type { Message } from '#contract/messages.ts';
import { imagesOf, isInbound } from '#dashboard/lib/conversation.ts';
import type { Entry } from '#dashboard/lib/thread.ts';
import classes from './Bubble.module.css';
import { BubbleImage } from './BubbleImage.tsx';
import { BubbleState } from './BubbleState.tsx';
import { LinkedText } from './LinkedText.tsx';
import type { OpenThread } from './useThread.ts';

type Props = { entry: Entry; open: OpenThread; verdict: string | undefined };

/** One text that went out or came in. Time and state stand under the last of a run. */
export function Bubble({ entry: { message, closesRun, opensRun }, open, verdict }: Props) {
  const isOut = !isInbound(message);
  const hasFailed = message.status === 'failed';
  return (
    <div className={classes.wrap} data-out={isOut || undefined} data-joined={!opensRun || undefined}>
      <span className="visually-hidden">{isOut ? 'You:' : `${open.called}:`}</span>
      {opensRun && <Mark message={message} />}
      {imagesOf(message).map((url) => (
        <BubbleImage key={url} url={url} from={isOut ? 'you' : open.called} />
      ))}
      {message.content !== '' && (
        <div className={classes.bubble} dir="auto" data-failed={hasFailed || undefined}>
          <LinkedText text={message.content} />
        </div>
      )}
      {(closesRun || hasFailed || verdict) && <BubbleState message={message} open={open} verdict={verdict} />}
    </div>
  );
}

/** What sent it, where no person pressed Send for this one. */
function Mark({ message: { broadcast_id, from_autoresponse } }: { message: Message }) {
  if (broadcast_id !== null) {
    return (
      <span className={classes.mark}>
        <IconSpeakerphone aria-hidden />
        Broadcast
      </span>
    );
  }
  if (!from_autoresponse) return null;
  return (
    <span className={classes.mark}>
      <IconRobot aria-hidden />
      Auto reply
    </span>
  );
}
