import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import classes from './TagChip.module.css';

type Props = { tag: string; onRemove?: () => void };

/** A tag; always neutral. With `onRemove` it carries its ✕. */
export function TagChip({ tag, onRemove }: Props) {
  return (
    <span className={classes.chip} title={tag}>
      <bdi className="one-line">{tag}</bdi>
      {onRemove && (
        <UnstyledButton className={classes.remove} aria-label={`Remove tag ${tag}`} onClick={onRemove}>
          <IconX className="icon-xs" aria-hidden />
        </UnstyledButton>
      )}
    </span>
  );
}
