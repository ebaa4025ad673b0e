import { IconAlertCircle, IconClock, IconLoader2 } from '@tabler/icons-react';
import { outbox } from '#dashboard/api/outbox.ts';
import { clock, countdown } from '#dashboard/lib/dates.ts';
import { drafts } from '#dashboard/lib/drafts.ts';
import type { Outgoing } from '#dashboard/lib/outgoing.ts';
import classes from './Bubble.module.css';
import pictures from './BubbleImage.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { LinkedText } from './LinkedText.tsx';
import { useObjectUrl } from './useObjectUrl.ts';

/** A text the service does not have yet, as it will stand there. */
export function OutgoingBubble({ outgoing, now }: { outgoing: Outgoing; now: Date }) {
  const { state, content, file } = outgoing;
  return (
    <div className={classes.wrap} data-out>
      <span className="visually-hidden">You:</span>
      {file && <OwnImage file={file} />}
      {content !== '' && (
        <div className={classes.line}>
          <div
            className={classes.bubble}
            dir="auto"
            data-uncertain={state === 'looking' || undefined}
            data-failed={state === 'refused' || undefined}
          >
            <LinkedText text={content} />
          </div>
        </div>
      )}
      <State outgoing={outgoing} now={now} />
    </div>
  );
}

function State({
  outgoing: { key, contactId, state, reason, until, deliverAt },
  now,
}: {
  outgoing: Outgoing;
  now: Date;
}) {
  if (state === 'refused') {
    const edit = () => {
      const given = outbox.discard(key);
      if (given) drafts.putBack(contactId, { text: given.content, ...(given.file && { file: given.file }) });
    };
    return (
      <div className={classes.state} data-tone="danger">
        <span className={classes.strong}>
          <IconAlertCircle aria-hidden />
          {reason}
        </span>
        <PlainButton className={classes.action} onClick={() => void outbox.retry(key)}>
          Try again
        </PlainButton>
        <PlainButton className={classes.action} onClick={edit}>
          Edit
        </PlainButton>
      </div>
    );
  }
  if (state === 'waiting') {
    const end =
      until === undefined ? '' : ` Goes out at ${clock(new Date(until))}, in ${countdown(new Date(until), now)}.`;
    return (
      <div className={classes.state} data-tone={reason ? 'warn' : undefined}>
        <span className={classes.said}>
          <IconClock aria-hidden />
          {reason ? `${reason}${end}` : deliverAt ? 'Scheduling…' : 'Going out'}
        </span>
        {!reason && !deliverAt && (
          <PlainButton className={classes.action} onClick={() => outbox.takeBack(key)}>
            Take back
          </PlainButton>
        )}
      </div>
    );
  }
  return (
    <div className={classes.state}>
      <span className={classes.said}>
        <IconLoader2 className={classes.turning} aria-hidden />
        {state === 'sending'
          ? deliverAt
            ? 'Scheduling…'
            : 'Sending…'
          : 'No answer yet. Looking up whether it went out…'}
      </span>
    </div>
  );
}

function OwnImage({ file }: { file: File }) {
  const url = useObjectUrl(file);
  return <span className={pictures.image}>{url && <img src={url} alt={file.name} />}</span>;
}
