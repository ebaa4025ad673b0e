import type { KeyboardEvent } from 'react';

/** What was typed into the palette before it was there. */
export type Early = { text: string; entered: boolean };

type Props = { onChange: (early: Early) => void; onClose: () => void };

/** Takes what is typed while the palette is fetched; else it would be lost, or taken for shortcuts. */
export const EarlyLetters = ({ onChange, onClose }: Props) => (
  <input
    className="visually-hidden"
    aria-label="Search or jump to"
    ref={(field) => field?.focus()}
    onChange={({ currentTarget: { value } }) => onChange({ text: value, entered: false })}
    onKeyDown={({ key, currentTarget: { value } }: KeyboardEvent<HTMLInputElement>) => {
      if (key === 'Escape') onClose();
      if (key === 'Enter') onChange({ text: value, entered: true });
    }}
  />
);
