import { NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { IconMessage, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import { carrier } from '#dashboard/api/carrier.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';
import { paths } from '#dashboard/paths.ts';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { PhoneScreen } from './PhoneScreen.tsx';
import { PhoneWriter } from './PhoneWriter.tsx';
import classes from './simulator.module.css';

type Props = { phone: string; to: string | undefined; onRemove: () => void };

const states = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Switched off' },
  { value: 'failing', label: 'Fails' },
] as const;

/** One person's phone: whose it is, what it shows, what it can send, and whether it takes texts at all. */
export function PhoneDevice({ phone, to, onRemove }: Props) {
  const heading = useId();
  const number = usePhone(phone);
  const digits = phone.slice(1);
  const { data: found } = useQuery(contacts.list({ q: digits, per_page: 1 }));
  const contact = found?.items.find((candidate) => candidate.phone.replace(/\D/g, '') === digits);
  const { data: power } = useQuery(carrier.state(phone));
  const turn = useMutation({
    ...carrier.switch(phone),
    onError: ({ message }) => alertThat(`Not switched: ${message}`),
  });
  const state = power?.state ?? 'on';
  const name = contact ? personName(contact) : '';
  return (
    <section className={classes.phone} aria-labelledby={heading} data-state={state}>
      <header className={classes.head}>
        <div className={classes.who}>
          <h2 id={heading} className="one-line">
            <bdi>{name || number}</bdi>
          </h2>
          <span className="one-line">{name ? <bdi className="figures">{number}</bdi> : 'Not a contact yet'}</span>
        </div>
        {contact && (
          <IconButton
            component={Link}
            size="sm"
            aria-label={`Conversation with ${name || number}`}
            to={paths.conversation(contact.id)}
          >
            <IconMessage aria-hidden />
          </IconButton>
        )}
        <IconButton size="sm" aria-label={`Put away the phone of ${name || number}`} onClick={onRemove}>
          <IconX aria-hidden />
        </IconButton>
      </header>
      <PhoneScreen phone={phone} called={name || number} state={state} />
      {to && <PhoneWriter phone={phone} to={to} called={name || number} state={state} />}
      <footer className={classes.foot}>
        <NativeSelect
          aria-label={`State of the phone of ${name || number}`}
          size="xs"
          data={states.map((each) => ({ ...each }))}
          value={state}
          onChange={({ currentTarget: { value } }) => {
            const chosen = states.find((each) => each.value === value);
            if (chosen) turn.mutate(chosen.value);
          }}
        />
        <span>{hints[state]}</span>
      </footer>
    </section>
  );
}

const hints = {
  on: 'Takes texts',
  off: 'Texts wait for it',
  failing: 'Every text fails',
};
