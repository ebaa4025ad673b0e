import { IconCopy } from '@tabler/icons-react';
import { useMemo } from 'react';
import { jsonTokens, setOut } from '#dashboard/lib/json.ts';
import { notify } from '#dashboard/lib/later.ts';
import classes from './payload.module.css';
import { IconButton } from '#dashboard/ui/IconButton.tsx';

type Props = {
  text: string;
  /** What is shown: `Payload`. */
  label: string;
  /** JSON is set out over lines and coloured. */
  json?: boolean;
};

/** A body or a program, with a button that copies it as it is. */
export function Payload({ text, label, json = false }: Props) {
  const shown = useMemo(() => (json ? setOut(text) : text), [json, text]);
  const tokens = useMemo(() => (json ? jsonTokens(shown) : null), [json, shown]);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    notify(`${label} copied`);
  };
  return (
    <div className={classes.around}>
      <IconButton
        className={classes.copy}
        size="sm"
        aria-label={`Copy ${label.toLowerCase()}`}
        onClick={() => void copy()}
      >
        <IconCopy aria-hidden />
      </IconButton>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <pre className={classes.code} aria-label={label} role="region" tabIndex={0}>
        {tokens
          ? tokens.map(({ kind, text: piece }, index) => (
              <span key={index} data-kind={kind}>
                {piece}
              </span>
            ))
          : shown}
      </pre>
    </div>
  );
}
