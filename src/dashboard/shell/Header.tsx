import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { memo } from 'react';
import type { LiveState } from '#dashboard/api/eventStream.ts';
import { never } from '#dashboard/lib/patiently.ts';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { late } from '#dashboard/ui/late.tsx';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { AccountButton } from './AccountButton.tsx';
import classes from './Header.module.css';
import type { Overlay } from './Shell.tsx';

const Standing = late(async () => (await import('./Standing.tsx')).Standing, never);

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

type Props = { live: LiveState; onOpen: (overlay: Overlay) => void };

/** Above every page from 768 on: the palette, the request budget, whether it is live, theme and account. */
export const Header = memo(function Header({ live, onOpen }: Props) {
  return (
    <header className={classes.header}>
      <search aria-label="Command palette">
        <PlainButton className={classes.palette} aria-haspopup="dialog" onClick={() => onOpen('palette')}>
          <IconSearch aria-hidden />
          <span>Search or jump to…</span>
          <kbd className="kbd">{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
        </PlainButton>
      </search>
      <span className={classes.space} />
      <Standing live={live} />
      <span className={classes.rule} />
      <ThemeSwitch />
      <AccountButton onShortcuts={() => onOpen('shortcuts')} />
    </header>
  );
});

function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <IconButton
      aria-label={isDark ? 'Light theme' : 'Dark theme'}
      title={isDark ? 'Light theme' : 'Dark theme'}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <IconSun className="icon-lg" aria-hidden /> : <IconMoon className="icon-lg" aria-hidden />}
    </IconButton>
  );
}
