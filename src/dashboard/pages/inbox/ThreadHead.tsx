import {
  IconChevronLeft,
  IconFlag,
  IconFlagFilled,
  IconLayoutSidebarRight,
  IconMail,
  IconMailOpened,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { contacts } from '#dashboard/api/contacts.ts';
import { messages } from '#dashboard/api/messages.ts';
import { isInbound } from '#dashboard/lib/conversation.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { type InboxState, queryOf } from './inboxState.ts';
import classes from './ThreadHead.module.css';
import type { OpenThread } from './useThread.ts';

type Props = {
  open: OpenThread;
  state: InboxState;
  contactId: number;
  contactShown?: boolean;
  onToggleContact?: () => void;
};

/** Who the conversation is with, and what can be done with all of it. */
export function ThreadHead({ open, state, contactId, contactShown = false, onToggleContact }: Props) {
  const { name, phone, contact } = open;
  const flagged = contact?.flagged ?? false;
  const change = useMutation(contacts.flag());
  const flag = () => {
    const onError = (error: Error) => alertThat(`The flag was not changed: ${error.message}`);
    if (contact) change.mutate({ id: contactId, flagged: !flagged }, { onError });
  };
  useShortcut('f', 'Flag or unflag the contact', flag);
  return (
    <header className={classes.head}>
      <IconButton className={classes.back} aria-label="Back to inbox" component={Link} to={paths.inbox(queryOf(state))}>
        <IconChevronLeft className="icon-xl" aria-hidden />
      </IconButton>
      <div className={classes.who}>
        <h1 className={`${classes.name} one-line`}>{name ? <bdi>{name}</bdi> : <Phone number={phone} />}</h1>
        {name && <Phone className={classes.phone ?? ''} number={phone} />}
      </div>
      <ReadToggle open={open} />
      {contact && (
        <IconButton
          size="sm"
          aria-label="Flagged"
          aria-pressed={flagged}
          title={flagged ? 'Remove the flag  F' : 'Flag  F'}
          onClick={flag}
        >
          {flagged ? (
            <IconFlagFilled className={`icon-lg ${classes.flagged}`} aria-hidden />
          ) : (
            <IconFlag className="icon-lg" aria-hidden />
          )}
        </IconButton>
      )}
      {onToggleContact && (
        <IconButton
          size="sm"
          className={classes.toggle ?? ''}
          aria-label={contactShown ? 'Hide contact' : 'Show contact'}
          aria-expanded={contactShown}
          title={contactShown ? 'Hide contact' : 'Show contact'}
          onClick={onToggleContact}
        >
          <IconLayoutSidebarRight className="icon-lg" aria-hidden />
        </IconButton>
      )}
    </header>
  );
}

/** Reading is deliberate: this, `e`, or a reply. */
function ReadToggle({ open: { unread, query } }: { open: OpenThread }) {
  const lastInbound = query.data?.pages.flatMap(({ items }) => items).find(isInbound);
  const setRead = useMutation(messages.setRead());
  const onError = (error: Error) => alertThat(`Not marked: ${error.message}`);
  const isUnread = unread.length > 0;
  const toggle = () => {
    if (isUnread) setRead.mutate({ of: unread, read: true }, { onError });
    else if (lastInbound) setRead.mutate({ of: [lastInbound], read: false }, { onError });
  };
  useShortcut('e', 'Mark read or unread', toggle, { enabled: lastInbound !== undefined });
  if (!lastInbound) return null;
  // Only what has been read of the thread is known to be unread.
  const cost = unread.length > 1 ? `${unread.length}${query.hasNextPage ? '+' : ''} requests` : '';
  return (
    <Button
      size="xs"
      variant="subtle"
      className={classes.read}
      title={isUnread ? `Marks ${unread.length} as read` : 'Marks the last text of this person as unread'}
      leftSection={isUnread ? <IconMailOpened aria-hidden /> : <IconMail aria-hidden />}
      onClick={toggle}
    >
      <span className={classes.word}>{isUnread ? 'Mark read' : 'Mark unread'}</span>
      {isUnread && cost && <span className={classes.cost}>{cost}</span>}
      <kbd className={`kbd ${classes.key}`} aria-hidden>
        E
      </kbd>
    </Button>
  );
}
