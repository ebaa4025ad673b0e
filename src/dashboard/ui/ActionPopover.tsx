import '@mantine/core/styles/Popover.layer.css';
import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import classes from './ActionPopover.module.css';
import { Button } from './Button.tsx';

type Props = {
  /** The button that opens it: `Tag`. */
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  /** What it does, to how many: `Tag 1,180 contacts`. */
  title: string;
  /** What it takes, figure by figure, and what that means. */
  facts?: readonly (readonly [name: string, value: string])[];
  note?: ReactNode;
  /** The button that does it, and why it can't be pressed yet. */
  action: string;
  obstacle?: string | undefined;
  onConfirm: () => unknown;
  /** What is to be chosen first. */
  children?: ReactNode;
};

/** An action on many things: what is to be chosen, what it costs, and only then the button that does it. */
export function ActionPopover({ label, icon, danger = false, onConfirm, ...inside }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width="22.5rem"
      trapFocus
      returnFocus
      // Its own roles would name it by the button; it is named by what it does.
      withRoles={false}
    >
      <Popover.Target>
        <Button
          size="xs"
          leftSection={icon}
          aria-haspopup="dialog"
          aria-expanded={opened}
          {...(danger && { 'data-danger': true })}
          onClick={() => setOpened(!opened)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={inside.title}>
        <Inside
          {...inside}
          danger={danger}
          onClose={() => setOpened(false)}
          onConfirm={async () => {
            await onConfirm();
            setOpened(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

type InsideProps = Omit<Props, 'label' | 'icon' | 'onConfirm'> & {
  onClose: () => void;
  onConfirm: () => Promise<void>;
};

function Inside({
  title,
  facts = [],
  note,
  action,
  obstacle,
  danger = false,
  children,
  onClose,
  onConfirm,
}: InsideProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const confirm = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onConfirm();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'It could not be begun.');
      setBusy(false);
    }
  };
  return (
    <form
      className={classes.inside}
      onSubmit={(event) => {
        event.preventDefault();
        if (obstacle === undefined) void confirm();
      }}
    >
      <h2 className={classes.title}>{title}</h2>
      {children}
      {facts.length > 0 && <Facts facts={facts} />}
      {(obstacle ?? note) && <p className={classes.note}>{obstacle ?? note}</p>}
      {failure && (
        <p className={classes.failure} role="alert">
          {failure}
        </p>
      )}
      <div className={classes.actions}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          variant="filled"
          loading={busy}
          // Not `disabled`: what is typed counts once the field is left, as by pressing this very button.
          aria-disabled={obstacle !== undefined}
          {...(obstacle !== undefined && { 'data-disabled': true })}
          {...(danger && { 'data-danger': true })}
        >
          {action}
        </Button>
      </div>
    </form>
  );
}

const Facts = ({ facts }: { facts: NonNullable<Props['facts']> }) => (
  <dl className={`${classes.facts} figures`}>
    {facts.map(([name, value]) => (
      <div key={name} className={classes.fact}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
