import { IconX } from '@tabler/icons-react';
import classes from './TagChip.module.css';
import { PlainButton } from './PlainButton.tsx';

type Props = { tag: string; onRemove?: () => void };

/** A tag; always neutral. With `onRemove` it carries its ✕. */
export function TagChip({ tag, onRemove }: Props) {
  return (
    <span className={classes.chip} title={tag}>
      <bdi className="one-line">{tag}</bdi>
      {onRemove && (
        <PlainButton className={classes.remove} aria-label={`Remove tag ${tag}`} onClick={onRemove}>
          <IconX className="icon-xs" aria-hidden />
        </PlainButton>
      )}
    </span>
  );
}
