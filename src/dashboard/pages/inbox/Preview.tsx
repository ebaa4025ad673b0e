import { IconAlertCircle, IconClock, IconHandStop, IconPencil, IconPhoto, IconRobot } from '@tabler/icons-react';
import type { Message } from '#contract/messages.ts';
import { imagesOf, isInbound } from '#dashboard/lib/conversation.ts';
import { clock, daysAway, instant, short } from '#dashboard/lib/dates.ts';
import { isEmpty, useDraft } from '#dashboard/lib/drafts.ts';
import { mergeFields } from '#dashboard/lib/mergeFields.ts';
import { soundsLikeOptOut } from '#dashboard/lib/optOutWords.ts';
import { Status } from '#dashboard/ui/Status.tsx';
import classes from './ConversationRow.module.css';

type Props = { message: Message; contactId: number; isOpen: boolean; now: Date; ownId: number | undefined };

/** The second line of a row: a draft, else the last text with what matters about it in front. */
export function Preview({ message, contactId, isOpen, now, ownId }: Props) {
  // The open conversation's draft is in its composer; following it here would draw the list at every key.
  const draft = useDraft(contactId, (kept) => (isOpen || isEmpty(kept) ? undefined : kept));
  if (draft) {
    return (
      <span className={classes.preview}>
        <IconPencil aria-hidden />
        <span className={classes.draft}>Draft</span>
        <bdi className="one-line">{oneLine(draft.text) || 'Image'}</bdi>
      </span>
    );
  }
  return (
    <span className={classes.preview}>
      <Mark message={message} now={now} />
      <Words message={message} ownId={ownId} />
    </span>
  );
}

function Mark({ message, now }: Pick<Props, 'message' | 'now'>) {
  const { status, deliver_at, from_autoresponse, content, read } = message;
  if (status === 'failed') {
    return (
      <Status tone="danger" icon={<IconAlertCircle aria-hidden />}>
        Not sent
      </Status>
    );
  }
  if (status === 'held') {
    return (
      <Status tone="warn" icon={<IconClock aria-hidden />}>
        Held
      </Status>
    );
  }
  const due = status === 'scheduled' ? instant(deliver_at) : null;
  if (due) {
    return (
      <Status tone="info" icon={<IconClock aria-hidden />}>
        {daysAway(due, now) === 0 ? clock(due) : `${short(due, now)} ${clock(due)}`}
      </Status>
    );
  }
  if (from_autoresponse) return <IconRobot aria-label="Auto reply" />;
  if (isInbound(message) && !read && soundsLikeOptOut(content)) {
    return (
      <Status tone="warn" icon={<IconHandStop aria-hidden />}>
        Opt-out?
      </Status>
    );
  }
  return null;
}

function Words({ message, ownId }: Pick<Props, 'message' | 'ownId'>) {
  const words = oneLine(message.content);
  const byPerson = !isInbound(message) && !message.from_autoresponse && message.status !== 'failed';
  const isOwn = ownId === undefined || message.sender_id === ownId;
  const writer = isOwn ? 'You' : message.sender_name.trim().split(/\s/)[0] || 'A colleague';
  if (words === '' && imagesOf(message).length > 0) {
    return (
      <>
        <IconPhoto aria-hidden />
        <span>{byPerson ? `${writer}: image` : 'Image'}</span>
      </>
    );
  }
  return (
    <span className="one-line">
      {byPerson && message.status !== 'scheduled' && <bdi>{writer}: </bdi>}
      <bdi>{words}</bdi>
    </span>
  );
}

/** Enough for a row; a text may have 10,000 characters. */
const oneLine = (text: string) => named(text.slice(0, 160)).replace(/\s+/g, ' ').trim();

/** A waiting text still has its merge fields: their names read better than their tags. */
const named = (text: string) => mergeFields.reduce((done, { tag, label }) => done.replaceAll(tag, `[${label}]`), text);
