import { Popover } from '@mantine/core';
import '@mantine/core/styles/Popover.layer.css';
import { IconBolt } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { session } from '#dashboard/api/session.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import classes from './TurnOnLive.module.css';

type Props = { opened: boolean; onChange: (opened: boolean) => void; children: ReactNode };

/** What turning live on does, and the button that does it. */
export function TurnOnLive({ opened, onChange, children }: Props) {
  const { mutate, isPending, error } = useMutation(session.turnOnLive());
  return (
    <Popover opened={opened} onChange={onChange} width={320} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label="Turn on live">
        <p className={classes.text}>
          Messages are looked for about once a minute, which costs up to 90 requests an hour. With live on, TextUs tells
          this dashboard of each as it comes, at no cost.
        </p>
        <p className={classes.text}>This makes one web hook in your account. Deleting it turns live off again.</p>
        <FormError error={error} />
        <Button
          variant="filled"
          fullWidth
          loading={isPending}
          leftSection={<IconBolt aria-hidden />}
          onClick={() => mutate()}
        >
          Turn on live
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
