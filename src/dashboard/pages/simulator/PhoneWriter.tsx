import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { IconPhoto, IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import type { PhoneState } from '#contract/carrier.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { say, type Words } from './say.ts';
import classes from './simulator.module.css';

type Props = { phone: string; to: string; called: string; state: PhoneState['state'] };

const ready = ['Yes', 'No', 'STOP', 'START'];

/** What the person writes to us, or says with one tap. */
export function PhoneWriter({ phone, to, called, state }: Props) {
  const [text, setText] = useState('');
  const send = useMutation({
    mutationFn: (words: Words) => say(phone, to, words),
    onSuccess: (_answer, { content }) => setText((now) => (now === content ? '' : now)),
  });
  const off = state === 'off';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim()) send.mutate({ content: text });
  };
  return (
    <form className={classes.writer} onSubmit={submit}>
      <div className={classes.ready}>
        {ready.map((word) => (
          <Button key={word} size="xs" disabled={off} onClick={() => send.mutate({ content: word })}>
            {word}
          </Button>
        ))}
        <IconButton
          size="sm"
          aria-label={`Send a picture from ${called}`}
          disabled={off}
          onClick={() => send.mutate({ content: '', withPicture: true })}
        >
          <IconPhoto aria-hidden />
        </IconButton>
      </div>
      <div className={classes.write}>
        <TextInput
          aria-label={`Text from ${called}`}
          placeholder={off ? 'Switch it on to write' : 'Write as this person'}
          autoComplete="off"
          maxLength={10_000}
          disabled={off}
          value={text}
          error={send.error?.message}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <IconButton type="submit" variant="filled" color="accent" aria-label={`Send from ${called}`} disabled={off}>
          <IconSend aria-hidden />
        </IconButton>
      </div>
    </form>
  );
}
