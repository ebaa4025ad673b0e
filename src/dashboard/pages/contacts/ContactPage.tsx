import { useMutation, useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from 'react-router';
import type { Contact } from '#contract/contacts.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import { paths } from '#dashboard/paths.ts';
import { List } from '#dashboard/ui/List.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import classes from './ContactPage.module.css';
import { ContactFacts } from './ContactFacts.tsx';
import { ContactHeader } from './ContactHeader.tsx';
import { deleteContact } from './leaving.ts';
import { useContactId } from './useContactId.ts';

/** `/contacts/:id`: everything about one person. */
export function ContactPage() {
  const id = useContactId();
  const query = useQuery(contacts.detail(id));
  return (
    <div className={classes.page}>
      <List
        query={query}
        what="The contact"
        isEmpty={() => false}
        empty={null}
        skeleton={<SkeletonRows kind="table" rows={8} />}
      >
        {(contact) => <Person key={contact.id} contact={contact} />}
      </List>
      <Outlet />
    </div>
  );
}

function Person({ contact }: { contact: Contact }) {
  const navigate = useNavigate();
  const flag = useMutation(contacts.flag());
  const phone = usePhone(contact.phone);
  const name = personName(contact) || phone;
  useTitle(name, 'Contacts');
  const toggleFlag = () => flag.mutate({ id: contact.id, flagged: !contact.flagged });
  useShortcut('f', 'Flag the contact, or take its flag away', toggleFlag);
  return (
    <>
      <ContactHeader
        contact={contact}
        name={name}
        onFlag={toggleFlag}
        onEdit={() => void navigate(paths.editContact(contact.id))}
        onDelete={() => {
          deleteContact(contact, name);
          void navigate(paths.contacts());
        }}
      />
      <ContactFacts contact={contact} />
    </>
  );
}
