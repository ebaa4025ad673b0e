import { ActionIcon, Kbd, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import '@mantine/core/styles/Kbd.layer.css';
import { IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import type { LiveState } from '#dashboard/api/eventStream.ts';
import { never } from '#dashboard/lib/patiently.ts';
import { late } from '#dashboard/ui/late.tsx';
import { AccountButton } from './AccountButton.tsx';
import classes from './Header.module.css';
import type { Overlay } from './Shell.tsx';

const Standing = late(async () => (await import('./Standing.tsx')).Standing, never);

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Above every page from 768 on: the palette, the request budget, whether it is live, theme and account. */
export function Header({ live, onOpen }: { live: LiveState; onOpen: (overlay: Overlay) => void }) {
  return (
    <header className={classes.header}>
      <search aria-label="Command palette">
        <UnstyledButton className={classes.palette} aria-haspopup="dialog" onClick={() => onOpen('palette')}>
          <IconSearch aria-hidden />
          <span>Search or jump to…</span>
          <Kbd>{isMac ? '⌘ K' : 'Ctrl K'}</Kbd>
        </UnstyledButton>
      </search>
      <span className={classes.space} />
      <Standing live={live} />
      <span className={classes.rule} />
      <ThemeSwitch />
      <AccountButton onShortcuts={() => onOpen('shortcuts')} />
    </header>
  );
}

function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <ActionIcon
      aria-label={isDark ? 'Light theme' : 'Dark theme'}
      title={isDark ? 'Light theme' : 'Dark theme'}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <IconSun className="icon-lg" aria-hidden /> : <IconMoon className="icon-lg" aria-hidden />}
    </ActionIcon>
  );
}
