import { IconFlag, IconNote } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo, useRef } from 'react';
import { Link } from 'react-router';
import type { Message } from '#contract/messages.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { isUnread, personOf } from '#dashboard/lib/conversation.ts';
import { short } from '#dashboard/lib/dates.ts';
import { paths } from '#dashboard/paths.ts';
import { Avatar } from '#dashboard/ui/Avatar.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './ConversationRow.module.css';
import { type InboxState, queryOf } from './inboxState.ts';
import { Preview } from './Preview.tsx';

type Props = { message: Message; state: InboxState; isOpen: boolean; now: Date; onNear: () => void };

/** How long the pointer rests before a conversation is read ahead: passing over the list costs no requests. */
const RESTS = 120;

/** One conversation: who, when, and how far it has come. */
export const ConversationRow = memo(function ConversationRow({ message, state, isOpen, now, onNear }: Props) {
  const { id, name, phone } = personOf(message);
  const { data: contact } = useQuery({ ...contacts.detail(id), enabled: false });
  const rests = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unread = state.scope === 'unread' || isUnread(message);
  const flagged = contact?.flagged ?? state.scope === 'flagged';
  const noted = contact ? Boolean(contact.notes) : state.scope === 'with_notes';
  return (
    <Link
      to={paths.conversation(id, { ...queryOf(state), ...(state.q && { at: String(message.id) }) })}
      className={classes.row}
      data-contact={id}
      data-unread={unread || undefined}
      aria-current={isOpen ? 'true' : undefined}
      onPointerEnter={() => (rests.current = setTimeout(onNear, RESTS))}
      onPointerLeave={() => clearTimeout(rests.current)}
      onFocus={onNear}
    >
      <span className={classes.dot} />
      <Avatar name={name} />
      <span className={classes.text}>
        <span className={classes.top}>
          <span className={`${classes.name} one-line`}>{name ? <bdi>{name}</bdi> : <Phone number={phone} />}</span>
          {unread && <span className="visually-hidden">unread</span>}
          {flagged && <IconFlag className={`icon-sm ${classes.flag}`} aria-label="flagged" />}
          {noted && <IconNote className={`icon-sm ${classes.note}`} aria-label="has notes" />}
          <When className={classes.time} at={timeOf(message)} as={short} now={now} />
        </span>
        <Preview message={message} contactId={id} isOpen={isOpen} now={now} />
      </span>
    </Link>
  );
});

const timeOf = ({ created_at, deliver_at, status }: Message) =>
  (status === 'scheduled' ? null : deliver_at) ?? created_at;
