import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { alertThat } from '#dashboard/lib/later.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { say } from './say.ts';
import classes from './simulator.module.css';

/** All phones text us in the same moment. */
export function EveryPhone({ phones, to }: { phones: readonly string[]; to: string }) {
  const [text, setText] = useState('');
  const send = useMutation({
    mutationFn: (content: string) => Promise.all(phones.map((phone) => say(phone, to, { content }))),
    onSuccess: () => setText(''),
    onError: (error) => alertThat(`Not every phone got through: ${error.message}`),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim()) send.mutate(text);
  };
  return (
    <form className={classes.add} onSubmit={submit}>
      <TextInput
        aria-label="What all phones send"
        placeholder="Yes, I am in"
        autoComplete="off"
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" loading={send.isPending}>
        Send from all {plural(phones.length, 'phone')}
      </Button>
    </form>
  );
}
