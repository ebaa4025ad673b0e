import { useMutation } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import { contacts } from '#dashboard/api/contacts.ts';
import { notify } from '#dashboard/lib/later.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { ContactForm } from './ContactForm.tsx';
import { inputOf, valuesOf } from './contactValues.ts';
import { TakenBy } from './TakenBy.tsx';

/** `/contacts/new`: over the list, whose search and page stay in the address. */
export function NewContact() {
  const navigate = useNavigate();
  const { search } = useLocation();
  const create = useMutation(contacts.create());
  useTitle('New contact', 'Contacts');
  const close = () => void navigate(paths.contacts() + search);
  return (
    <SideDrawer opened onClose={close} title="New contact">
      <ContactForm
        draft="contact-new"
        initial={valuesOf(null, '')}
        taken={(digits, sentence) => <TakenBy digits={digits} sentence={sentence} />}
        onCancel={close}
        onSave={async (values) => {
          const contact = await create.mutateAsync(inputOf(values));
          notify(`${personName(contact) || 'The contact'} is saved`);
          close();
        }}
      />
    </SideDrawer>
  );
}
