import { IconSearch, IconX } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import classes from './SearchField.module.css';
import { PlainButton } from './PlainButton.tsx';

type Props = {
  /** What is searched for now, as the address says. */
  value: string | undefined;
  /**
   * Called 180 ms after the last key, at once on Enter and when the field is left. `replace`: the search goes on, so Back
   * should skip this step.
   */
  onSearch: (q: string, options: { replace: boolean }) => void;
  placeholder?: string;
  className?: string | undefined;
  /** Whether it is there because somebody wants to type in it. */
  focused?: boolean;
};

/** Longer than between two keys of whoever types, as short as can be for whoever waits. */
const PAUSE = 180;

const slashKey = (
  <kbd className={clsx(classes.end, classes.key)} aria-hidden>
    /
  </kbd>
);

const Clear = (props: { onClick: () => void }) => (
  <PlainButton className={classes.end} aria-label="Clear the search" {...props}>
    <IconX className="icon-sm" aria-hidden />
  </PlainButton>
);

/** The search of a list. `/` comes here, Escape empties it. */
export function SearchField({ value = '', onSearch, placeholder, className, focused }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  // The address changed by itself, e.g. by Back or by clearing the filters.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  const { pathname } = useLocation();
  const tell = () => {
    if (typed.trim() === told.current) return;
    const replace = told.current !== '';
    told.current = typed.trim();
    search.current(told.current, { replace });
  };
  const tellHere = useEffectEvent(() => {
    // Somebody is on the way to another place: a search now would call them back.
    if (window.location.pathname === pathname) tell();
  });
  useEffect(() => {
    if (typed.trim() === told.current) return;
    const timer = setTimeout(() => tellHere(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, pathname]);
  useShortcut('/', 'Search this list', () => field.current?.focus());

  return (
    <div className={clsx(classes.field, className)}>
      <IconSearch aria-hidden />
      <input
        ref={field}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody has just asked for it
        autoFocus={focused}
        type="search"
        className={classes.input}
        aria-label="Search"
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        // A click somewhere is on the way: what it leads to comes after the search, not before.
        onBlur={tell}
        onKeyDown={(event) => {
          if (event.key === 'Enter') tell();
          if (event.key !== 'Escape') return;
          if (typed) setTyped('');
          else field.current?.blur();
        }}
      />
      {typed ? <Clear onClick={() => setTyped('')} /> : slashKey}
    </div>
  );
}
