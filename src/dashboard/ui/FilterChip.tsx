import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import classes from './FilterChip.module.css';

type Props = { name: string; value: string; onClear: () => void };

/** A filter that is on: what it filters, by what, and its own ✕. */
export function FilterChip({ name, value, onClear }: Props) {
  return (
    <span className={classes.chip}>
      <span className={classes.name}>{name}</span>
      <bdi className={`${classes.value} one-line`}>{value}</bdi>
      <UnstyledButton className={classes.clear} aria-label={`Clear ${name} ${value}`} onClick={onClear}>
        <IconX className="icon-sm" aria-hidden />
      </UnstyledButton>
    </span>
  );
}
