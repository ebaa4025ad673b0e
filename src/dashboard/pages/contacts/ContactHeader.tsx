import { IconChevronLeft, IconFlag, IconFlagFilled, IconMessage, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Contact } from '#contract/contacts.ts';
import { paths } from '#dashboard/paths.ts';
import { Avatar } from '#dashboard/ui/Avatar.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import classes from './ContactPage.module.css';
import { Texting } from './Texting.tsx';

type Props = { contact: Contact; name: string; onFlag: () => void; onEdit: () => void; onDelete: () => void };

/** Who it is, whether they can be texted, and what can be done. */
export function ContactHeader({ contact, name, onFlag, onEdit, onDelete }: Props) {
  return (
    <header className={classes.header}>
      <Link className={classes.back} to={paths.contacts()}>
        <IconChevronLeft className="icon-sm" aria-hidden />
        Contacts
      </Link>
      <div className={classes.title}>
        <Avatar name={name} size="lg" />
        <div className={classes.who}>
          <h1 className={classes.name}>
            <bdi>{name}</bdi>
          </h1>
          <p className={classes.under}>
            <Phone number={contact.phone} />
            <Texting contact={contact} />
          </p>
        </div>
        <div className={classes.actions}>
          <IconButton
            aria-label="Flagged"
            aria-pressed={contact.flagged}
            title={contact.flagged ? 'Remove the flag (f)' : 'Flag (f)'}
            onClick={onFlag}
          >
            {contact.flagged ? <IconFlagFilled className={classes.flag} aria-hidden /> : <IconFlag aria-hidden />}
          </IconButton>
          <Button data-danger variant="subtle" leftSection={<IconTrash aria-hidden />} onClick={onDelete}>
            Delete
          </Button>
          <Button leftSection={<IconPencil aria-hidden />} onClick={onEdit}>
            Edit
          </Button>
          <Button
            variant="filled"
            component={Link}
            to={paths.conversation(contact.id)}
            leftSection={<IconMessage aria-hidden />}
          >
            Messages
          </Button>
        </div>
      </div>
    </header>
  );
}
