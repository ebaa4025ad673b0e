import { IconCircleCheck, IconHandStop, IconPhoneOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useDelayed } from '#dashboard/lib/useDelayed.ts';
import { paths } from '#dashboard/paths.ts';
import type { Contact } from '#contract/contacts.ts';
import { Avatar } from '#dashboard/ui/Avatar.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { Status } from '#dashboard/ui/Status.tsx';
import { When } from '#dashboard/ui/When.tsx';
import { ago, dayAndTime } from '#dashboard/lib/dates.ts';
import classes from './ContactPane.module.css';
import { ContactNotes } from './ContactNotes.tsx';
import { ContactTags } from './ContactTags.tsx';
import type { OpenThread } from './useThread.ts';

/** Who one is texting with. */
export function ContactPane({ open }: { open: OpenThread }) {
  const { contact, name, phone, newest } = open;
  const slow = useDelayed(!contact);
  return (
    <section aria-label="Contact" className={classes.pane}>
      <header className={classes.head}>
        <Avatar name={name} size="lg" />
        <div className={classes.who}>
          <h2 className={classes.name}>{name ? <bdi>{name}</bdi> : <Phone number={phone} />}</h2>
          {contact?.business_name && (
            <p className={classes.business}>
              <bdi>{contact.business_name}</bdi>
            </p>
          )}
        </div>
      </header>
      {contact ? (
        <>
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
                  <When at={newest.created_at} as={ago} />
                </dd>
              </>
            )}
            <dt>Added</dt>
            <dd>
              <When at={contact.created_at} as={dayAndTime} />
            </dd>
          </dl>
          <ContactTags contact={contact} />
          <ContactNotes key={contact.id} contact={contact} />
          <Texting contact={contact} />
          <p className={classes.more}>
            <Link to={paths.contact(contact.id)}>Open the contact page</Link>
          </p>
        </>
      ) : (
        slow && <p className={classes.loading}>Loading the contact…</p>
      )}
    </section>
  );
}

const typeOf = ({ line_type }: Contact) =>
  line_type ? line_type.charAt(0).toUpperCase() + line_type.slice(1).replace('Voip', 'VoIP') : 'Unknown';

function Texting({ contact }: { contact: Contact }) {
  return (
    <div className={classes.section}>
      <h3 className={classes.heading}>Texting</h3>
      <TextingState contact={contact} />
    </div>
  );
}

function TextingState({ contact }: { contact: Contact }) {
  if (contact.opted_out) {
    return (
      <Status tone="warn" icon={<IconHandStop aria-hidden />}>
        Opted out
      </Status>
    );
  }
  if (contact.line_type === 'landline') {
    return (
      <Status tone="warn" icon={<IconPhoneOff aria-hidden />}>
        Landline, can’t get texts
      </Status>
    );
  }
  return <Status icon={<IconCircleCheck className={classes.ok} aria-hidden />}>Can be texted</Status>;
}
