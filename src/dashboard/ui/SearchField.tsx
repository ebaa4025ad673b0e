import { CloseButton, Kbd, TextInput } from '@mantine/core';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Kbd.layer.css';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';

type Props = {
  /** What is searched for now, as the address says. */
  value: string | undefined;
  /** Called 250 ms after the last key. `replace`: the search goes on, so Back should skip this step. */
  onSearch: (q: string, options: { replace: boolean }) => void;
  placeholder?: string;
  className?: string | undefined;
};

const PAUSE = 250;

/** The search of a list. `/` comes here, Escape empties it. */
export function SearchField({ value = '', onSearch, placeholder, className }: Props) {
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
  useEffect(() => {
    if (typed.trim() === told.current) return;
    const timer = setTimeout(() => {
      const replace = told.current !== '';
      told.current = typed.trim();
      search.current(told.current, { replace });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useShortcut('/', 'Search this list', () => field.current?.focus());

  return (
    <TextInput
      ref={field}
      type="search"
      className={className}
      aria-label="Search"
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      leftSection={<IconSearch aria-hidden />}
      rightSectionPointerEvents="all"
      rightSection={
        typed ? (
          <CloseButton size="sm" aria-label="Clear the search" onClick={() => setTyped('')} />
        ) : (
          <Kbd aria-hidden visibleFrom="sm">
            /
          </Kbd>
        )
      }
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (typed) setTyped('');
        else field.current?.blur();
      }}
    />
  );
}
