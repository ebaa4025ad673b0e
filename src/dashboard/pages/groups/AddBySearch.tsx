import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '#contract/contacts.ts';
import type { Group } from '#contract/groups.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { groups } from '#dashboard/api/groups.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { SearchField } from '#dashboard/ui/SearchField.tsx';
import classes from './AddMembers.module.css';

const FOUND = 20;

/** Finds people and adds them one by one; one request each. */
export function AddBySearch({ group }: { group: Group }) {
  const [q, setQ] = useState('');
  const { data, error, isFetching } = useQuery({ ...contacts.list({ q, per_page: FOUND }), enabled: q !== '' });
  const found = q === '' ? [] : (data?.items ?? []);
  return (
    <section className={classes.section} aria-label="One by one">
      <SearchField placeholder="Name, number, business" value={q} onSearch={setQ} />
      <ul className={classes.found} aria-label="Found" aria-busy={isFetching}>
        {found.map((contact) => (
          <li key={contact.id}>
            <Found contact={contact} group={group} />
          </li>
        ))}
      </ul>
      {error && <p className={classes.note}>The search did not work: {error.message}</p>}
      {q !== '' && data && !isFetching && (
        <p className={classes.note}>
          {found.length === 0
            ? `Nobody matches “${q}”.`
            : data.total > found.length && `The first ${found.length} of ${data.total}. Type more to narrow it down.`}
        </p>
      )}
    </section>
  );
}

function Found({ contact, group }: { contact: Contact; group: Group }) {
  const add = useMutation(groups.addMember(group.id));
  const phone = usePhone(contact.phone);
  const name = personName(contact);
  const run = () => {
    add.mutate(contact.id, {
      onError: (error) => alertThat(`${name || phone} is not added: ${error.message}`),
    });
  };
  return (
    <>
      <span className={classes.who}>
        <bdi className="one-line">{name || phone}</bdi>
        {name && <Phone className={classes.phone} number={contact.phone} />}
      </span>
      {add.isSuccess ? (
        <span className={classes.done} role="status">
          <IconCheck className="icon-sm" aria-hidden /> In the group
        </span>
      ) : (
        <Button size="xs" aria-label={`Add ${name || phone}`} loading={add.isPending} onClick={run}>
          Add
        </Button>
      )}
    </>
  );
}
