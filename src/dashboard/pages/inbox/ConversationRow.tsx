import { IconFlag, IconNote } from '@tabler/icons-react';
import { memo, type MouseEventHandler, useRef } from 'react';
import type { Message } from '#contract/messages.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { useKnown } from '#dashboard/lib/useKnown.ts';
import { isUnread, personOf } from '#dashboard/lib/conversation.ts';
import { short } from '#dashboard/lib/dates.ts';
import { Avatar } from '#dashboard/ui/Avatar.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './ConversationRow.module.css';
import type { Scope } from './inboxState.ts';
import { Preview } from './Preview.tsx';

type Props = {
  message: Message;
  /** Where it leads. */
  href: string;
  scope: Scope;
  isOpen: boolean;
  now: Date;
  /** Who reads this, where the service says so. */
  ownId: number | undefined;
  onNear: (contactId: number) => void;
  onFollow: MouseEventHandler<HTMLAnchorElement>;
};

/** How long the pointer rests before a conversation is read ahead: passing over the list costs no requests. */
const RESTS = 120;

/** One conversation: who, when, and how far it has come. */
export const ConversationRow = memo(function ConversationRow(props: Props) {
  const { message, href, scope, isOpen, now, ownId, onNear, onFollow } = props;
  const { id, name, phone } = personOf(message);
  const contact = useKnown(contacts.detail(id));
  const rests = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unread = scope === 'unread' || isUnread(message);
  const flagged = contact?.flagged ?? scope === 'flagged';
  const noted = contact ? Boolean(contact.notes) : scope === 'with_notes';
  return (
    <a
      href={href}
      className={classes.row}
      data-contact={id}
      data-unread={unread || undefined}
      aria-current={isOpen ? 'true' : undefined}
      onPointerEnter={() => (rests.current = setTimeout(() => onNear(id), RESTS))}
      // A finger comes without resting first; what it asks for is on its way before anything is drawn.
      onPointerDown={() => onNear(id)}
      onPointerLeave={() => clearTimeout(rests.current)}
      onFocus={() => onNear(id)}
      onClick={onFollow}
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
        <Preview message={message} contactId={id} isOpen={isOpen} now={now} ownId={ownId} />
      </span>
    </a>
  );
});

const timeOf = ({ created_at, deliver_at, status }: Message) =>
  (status === 'scheduled' ? null : deliver_at) ?? created_at;
