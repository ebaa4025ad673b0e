import { IconCheck, IconCopy, IconRobot, IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Message } from '#contract/messages.ts';
import { imagesOf, isInbound } from '#dashboard/lib/conversation.ts';
import type { Entry } from '#dashboard/lib/thread.ts';
import { paths } from '#dashboard/paths.ts';
import classes from './Bubble.module.css';
import { BubbleImage } from './BubbleImage.tsx';
import { BubbleState } from './BubbleState.tsx';
import { LinkedText } from './LinkedText.tsx';
import { copyText } from './copyText.ts';
import { textId } from './showText.ts';
import type { OpenThread } from './useThread.ts';

type Props = { entry: Entry; open: OpenThread; verdict: string | undefined };

/** One text that went out or came in. Time and state stand under the last of a run. */
export function Bubble({ entry: { message, closesRun, opensRun }, open, verdict }: Props) {
  const [isNear, setNear] = useState(false);
  const isOut = !isInbound(message);
  const hasFailed = message.status === 'failed';
  const from = isOut ? (isOwn(message, open) ? 'You' : message.sender_name.trim() || 'A colleague') : open.called;
  return (
    <div
      id={textId(message.id)}
      className={classes.wrap}
      data-out={isOut || undefined}
      data-joined={!opensRun || undefined}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      <span className="visually-hidden">{from}:</span>
      {opensRun && <Mark message={message} from={isOut && from !== 'You' ? from : undefined} />}
      {imagesOf(message).map((url) => (
        <BubbleImage key={url} url={url} from={from} contactId={open.contactId} />
      ))}
      {message.content !== '' && (
        <div className={classes.line}>
          <div className={classes.bubble} dir="auto" data-failed={hasFailed || undefined}>
            <LinkedText text={message.content} />
          </div>
          {isNear && <Copy text={message.content} />}
        </div>
      )}
      {(closesRun || hasFailed || verdict) && <BubbleState message={message} open={open} verdict={verdict} />}
    </div>
  );
}

const isOwn = ({ sender_id }: Message, { userId }: OpenThread) => userId === undefined || sender_id === userId;

/** Who or what sent it, where it was not the one who reads this. */
function Mark({ message: { broadcast_id, from_autoresponse }, from }: { message: Message; from: string | undefined }) {
  if (broadcast_id !== null) {
    return (
      <Link className={classes.mark} to={paths.broadcast(broadcast_id)}>
        <IconSpeakerphone aria-hidden />
        Broadcast{from && ` · ${from}`}
      </Link>
    );
  }
  if (from_autoresponse) {
    return (
      <span className={classes.mark}>
        <IconRobot aria-hidden />
        Auto reply
      </span>
    );
  }
  return (
    from && (
      <span className={classes.mark}>
        <bdi className="one-line">{from}</bdi>
      </span>
    )
  );
}

/** Beside the text the pointer is on. By keyboard, `c` copies the newest. */
function Copy({ text }: { text: string }) {
  const [done, setDone] = useState(false);
  return (
    <button
      type="button"
      className={classes.copy}
      aria-label="Copy text"
      title="Copy text"
      onClick={() => void copyText(text).then(setDone)}
    >
      {done ? <IconCheck aria-hidden /> : <IconCopy aria-hidden />}
    </button>
  );
}
