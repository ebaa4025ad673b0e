import '@mantine/core/styles/Popover.layer.css';
import { Popover } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import classes from './contacts.module.css';
import { Button } from '#dashboard/ui/Button.tsx';

type Props = {
  /** The button, which is also what it is called. */
  label: string;
  icon: ReactNode;
  children: ReactNode;
};

/** What one of the tools of the list opens; open at once, for it is fetched when somebody wants it. */
export function ToolPopover({ label, icon, children }: Props) {
  const [opened, setOpened] = useState(true);
  const button = useRef<HTMLButtonElement>(null);
  const change = (next: boolean) => {
    setOpened(next);
    // The button that had the focus has made way for this one.
    if (!next) button.current?.focus();
  };
  return (
    <Popover opened={opened} onChange={change} position="bottom-end" width="16rem" trapFocus withRoles={false}>
      <Popover.Target>
        <Button
          ref={button}
          variant="subtle"
          size="xs"
          leftSection={icon}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => change(!opened)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label} className={classes.chooser}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
