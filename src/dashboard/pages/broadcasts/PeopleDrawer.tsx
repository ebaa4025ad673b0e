import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '#contract/contacts.ts';
import type { Group } from '#contract/groups.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { useDebounced } from '#dashboard/lib/useDebounced.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { Texting } from '#dashboard/ui/Texting.tsx';
import classes from './PeopleDrawer.module.css';
import { useMakeGroup } from './useMakeGroup.ts';

type Props = { onClose: () => void; onMade: (group: Group) => void };

/** Finds people by name or number and makes a group of them. */
export function PeopleDrawer({ onClose, onMade }: Props) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<number, Contact>>(new Map());
  const [name, setName] = useState(() => `Broadcast of ${dayAndTime(new Date()).replace('Today, ', '')}`);
  const { make, busy, done, error } = useMakeGroup(onMade);
  const toggle = (contact: Contact, on: boolean) => {
    const next = new Map(chosen);
    if (on) next.set(contact.id, contact);
    else next.delete(contact.id);
    setChosen(next);
  };
  const people = plural(chosen.size, 'person', 'people');
  return (
    <SideDrawer opened onClose={onClose} title="Choose people">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          make(name.trim(), [...chosen.keys()]);
        }}
      >
        <TextInput
          type="search"
          label="Find people"
          placeholder="Name, number, business"
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Found q={typed} chosen={chosen} onToggle={toggle} />
        <TextInput
          label="Name of the new group"
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={error}
        />
        <div className={classes.actions}>
          <span className={classes.hint} role="status">
            {busy
              ? `${done} of ${people} added`
              : chosen.size === 0
                ? 'Choose somebody first.'
                : `Takes ${plural(chosen.size + 1, 'request')}.`}
          </span>
          <Button type="submit" variant="filled" loading={busy} disabled={chosen.size === 0 || name.trim() === ''}>
            Make a group of {people}
          </Button>
        </div>
      </form>
    </SideDrawer>
  );
}

type FoundProps = {
  q: string;
  chosen: ReadonlyMap<number, Contact>;
  onToggle: (contact: Contact, on: boolean) => void;
};

function Found({ q, chosen, onToggle }: FoundProps) {
  const settled = useDebounced(q.trim(), 250);
  const { data, error } = useQuery(
    contacts.list({ ...(settled && { q: settled }), order_by_name_then_phone: true, per_page: 25 }),
  );
  const found = data?.items ?? [];
  const others = [...chosen.values()].filter(({ id }) => !found.some((each) => each.id === id));
  return (
    <ul className={classes.people} aria-label="People">
      {[...others, ...found].map((contact) => (
        <li key={contact.id}>
          <Checkbox
            checked={chosen.has(contact.id)}
            onChange={(event) => onToggle(contact, event.currentTarget.checked)}
            label={
              <span className={classes.person}>
                <bdi className="one-line">{personName(contact) || <Phone number={contact.phone} />}</bdi>
                <Texting optedOut={contact.opted_out} lineType={contact.line_type} />
              </span>
            }
          />
        </li>
      ))}
      {data && found.length === 0 && <li className={classes.hint}>Nobody matches “{settled}”.</li>}
      {error && <li className={classes.hint}>People could not be loaded. {error.message}</li>}
    </ul>
  );
}
