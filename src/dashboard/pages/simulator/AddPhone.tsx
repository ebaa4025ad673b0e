import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type SyntheticEvent, useState } from 'react';
import { typedPhone } from '#dashboard/lib/phoneTyped.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { PHONES_AT_MOST } from './simulatorState.ts';
import classes from './simulator.module.css';

type Props = { phones: readonly string[]; onAdd: (phone: string) => void };

/** Puts one more phone on the table, by its number as people type it. */
export function AddPhone({ phones, onAdd }: Props) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = (event: SyntheticEvent) => {
    event.preventDefault();
    const typed = typedPhone(text, 'US');
    if (!typed) return setProblem('Type a phone number.');
    if ('problem' in typed) return setProblem(typed.problem);
    if (phones.includes(`+${typed.digits}`)) return setProblem('This phone is on the table already.');
    if (phones.length >= PHONES_AT_MOST) return setProblem(`At most ${PHONES_AT_MOST} phones fit. Put one away first.`);
    onAdd(`+${typed.digits}`);
    setText('');
  };
  return (
    <form className={classes.add} onSubmit={add} noValidate>
      <TextInput
        aria-label="Number of the phone"
        type="tel"
        placeholder="(303) 555-0142"
        autoComplete="off"
        value={text}
        error={problem}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Button type="submit" leftSection={<IconPlus aria-hidden />}>
        Add a phone
      </Button>
    </form>
  );
}
