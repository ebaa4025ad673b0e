import { IconTrash } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import type { Contact } from '#contract/contacts.ts';
import { deleteContact } from '#dashboard/api/deleteContact.ts';
import { ago, dayAndTime } from '#dashboard/lib/dates.ts';
import { useDelayed } from '#dashboard/lib/useDelayed.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { When } from '#dashboard/ui/When.tsx';
import { ContactGroups } from './ContactGroups.tsx';
import { ContactIdentity } from './ContactIdentity.tsx';
import { ContactNotes } from './ContactNotes.tsx';
import classes from './ContactPane.module.css';
import { ContactScheduled } from './ContactScheduled.tsx';
import { ContactTags } from './ContactTags.tsx';
import { ContactTexting } from './ContactTexting.tsx';
import type { OpenThread } from './useThread.ts';

/** Who one is texting with, and all that can be changed about them without leaving the conversation. */
export function ContactPane({ open }: { open: OpenThread }) {
  const { contact, called, thread } = open;
  const slow = useDelayed(!contact);
  return (
    <section aria-label="Contact" className={classes.pane}>
      <ContactIdentity open={open} />
      {contact ? (
        <>
          <Facts contact={contact} newest={open.newest?.created_at} />
          <ContactScheduled pending={thread.pending} />
          <ContactTags contact={contact} />
          <ContactGroups key={`groups of ${contact.id}`} contact={contact} />
          <ContactNotes key={contact.id} contact={contact} />
          <ContactTexting contact={contact} called={called} />
          <Leave contact={contact} called={called} />
        </>
      ) : (
        slow && <p className={classes.loading}>Loading the contact…</p>
      )}
    </section>
  );
}

function Facts({ contact, newest }: { contact: Contact; newest: string | undefined }) {
  const now = useNow();
  return (
    <dl className={classes.facts}>
      <dt>Phone</dt>
      <dd>
        <Phone number={contact.phone} />
      </dd>
      <dt>Type</dt>
      <dd>{typeOf(contact)}</dd>
      {newest && (
        <>
          <dt>Last text</dt>
          <dd>
            <When at={newest} as={ago} now={now} />
          </dd>
        </>
      )}
      <dt>Added</dt>
      <dd>
        <When at={contact.created_at} as={dayAndTime} />
      </dd>
    </dl>
  );
}

const typeOf = ({ line_type }: Contact) =>
  line_type ? line_type.charAt(0).toUpperCase() + line_type.slice(1).replace('Voip', 'VoIP') : 'Unknown';

function Leave({ contact: { id }, called }: { contact: Contact; called: string }) {
  const navigate = useNavigate();
  const remove = () => {
    deleteContact(id, called, () => void navigate(paths.conversation(id)));
    void navigate(paths.inbox());
  };
  return (
    <p className={classes.more}>
      <Link to={paths.contact(id)}>Open the contact page</Link>
      <Button size="xs" variant="subtle" data-danger leftSection={<IconTrash aria-hidden />} onClick={remove}>
        Delete
      </Button>
    </p>
  );
}
