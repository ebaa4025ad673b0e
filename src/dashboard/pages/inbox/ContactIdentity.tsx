import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type SyntheticEvent, useState } from 'react';
import { limits } from '#contract/common.ts';
import type { Contact } from '#contract/contacts.ts';
import { changeContact } from '#dashboard/api/changeContact.ts';
import { Avatar } from '#dashboard/ui/Avatar.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import classes from './ContactPane.module.css';
import { useFocusFirst } from './useFocusFirst.ts';
import type { OpenThread } from './useThread.ts';

/** What the person is called, changed where it stands. */
export function ContactIdentity({ open: { contact, name, phone } }: { open: OpenThread }) {
  const [editing, setEditing] = useState(false);
  if (contact && editing) return <IdentityForm contact={contact} onClose={() => setEditing(false)} />;
  return (
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
      {contact && (
        <IconButton
          size="sm"
          aria-label="Edit name and business"
          title="Edit name and business"
          onClick={() => setEditing(true)}
        >
          <IconPencil className="icon-lg" aria-hidden />
        </IconButton>
      )}
    </header>
  );
}

const fields = [
  { name: 'first_name', label: 'First name' },
  { name: 'last_name', label: 'Last name' },
  { name: 'business_name', label: 'Business' },
] as const;

type Values = Pick<Contact, (typeof fields)[number]['name']>;

const valuesOf = ({ first_name, last_name, business_name }: Contact): Values => ({
  first_name,
  last_name,
  business_name,
});

/** Enter saves, Escape leaves it as it was. */
function IdentityForm({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const before = valuesOf(contact);
  const [values, setValues] = useState(before);
  const [busy, setBusy] = useState(false);
  const first = useFocusFirst<HTMLInputElement>();
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const to = Object.fromEntries(fields.map(({ name }) => [name, values[name]?.trim() || null]));
    if (fields.every(({ name }) => to[name] === before[name])) return onClose();
    setBusy(true);
    const saved = await changeContact(contact, { to, back: () => before, said: 'Name and business changed' });
    setBusy(false);
    if (saved) onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, wherever in it the focus is
    <form
      className={classes.form}
      aria-label="Name and business"
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {fields.map(({ name, label }, index) => (
        <TextInput
          key={name}
          ref={index === 0 ? first : undefined}
          label={label}
          maxLength={limits.nameLength}
          autoComplete="off"
          value={values[name] ?? ''}
          onChange={({ currentTarget: { value } }) => setValues({ ...values, [name]: value })}
        />
      ))}
      <div className={classes.formActions}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={busy}>
          Save
        </Button>
      </div>
    </form>
  );
}
