import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { contacts } from '#dashboard/api/contacts.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';
import type { Contact } from '#contract/contacts.ts';
import { paths } from '#dashboard/paths.ts';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { Clashes } from './Clashes.tsx';
import { ContactForm } from './ContactForm.tsx';
import { TakenBy } from './TakenBy.tsx';
import { useCarefulSave } from './useCarefulSave.ts';
import { useContactId } from './useContactId.ts';

/** `/contacts/:id/edit`: over the contact's own page. */
export function EditContact() {
  const id = useContactId();
  const { data } = useQuery(contacts.detail(id));
  const navigate = useNavigate();
  const close = () => void navigate(paths.contact(id));
  return (
    <SideDrawer opened onClose={close} title="Edit contact">
      {data && <Fields contact={data} onClose={close} />}
    </SideDrawer>
  );
}

function Fields({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const phone = usePhone(contact.phone);
  const { base, clashes, save, settle } = useCarefulSave(contact, phone);
  useTitle(`Edit ${personName(contact) || phone}`, 'Contacts');
  return (
    <ContactForm
      draft={`contact-${contact.id}`}
      initial={base}
      withNotes
      taken={(digits, sentence) => digits !== contact.phone && <TakenBy digits={digits} sentence={sentence} />}
      unsettled={(set) => (
        <Clashes
          clashes={clashes}
          onMine={settle}
          onTheirs={(clash) => {
            set(clash.field, clash.theirs);
            settle(clash);
          }}
        />
      )}
      onCancel={onClose}
      onSave={async (values) => {
        await save(values);
        onClose();
      }}
    />
  );
}
