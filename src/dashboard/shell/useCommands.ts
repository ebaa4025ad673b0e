import { useMantineColorScheme } from '@mantine/core';
import {
  IconChecklist,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconPlus,
  IconShieldCheck,
  IconStethoscope,
  IconSun,
  type TablerIcon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { session } from '#dashboard/api/session.ts';
import { paths } from '#dashboard/paths.ts';
import { everyPlace } from './places.ts';
import type { Overlay } from './Shell.tsx';
import { usePaletteSearch } from './usePaletteSearch.ts';
import { useSignOut } from './useSignOut.ts';

export type Command = { key: string; label: string; detail: string; icon: TablerIcon; run: () => void };

/** What the letters typed so far may mean: people and things, then pages, then actions. */
export function useCommands(typed: string, onOpen: (overlay: Overlay) => void): Command[] {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const found = usePaletteSearch(typed.trim());
  const go = (path: string) => () => void navigate(path);

  const { data: current } = useQuery(session.current());
  const there = everyPlace.filter(({ simulatorOnly }) => !simulatorOnly || current?.simulator);
  const pages = there.map(({ label, path, icon, key }) => ({
    key: path,
    label,
    detail: `g ${key}`,
    icon,
    run: go(path),
  }));
  const actions: Command[] = [
    { label: 'Light theme', icon: IconSun, run: () => setColorScheme('light') },
    { label: 'Dark theme', icon: IconMoon, run: () => setColorScheme('dark') },
    { label: 'Theme as the system', icon: IconDeviceDesktop, run: () => setColorScheme('auto') },
    { label: 'New contact', icon: IconPlus, run: go(paths.newContact()) },
    { label: 'New group', icon: IconPlus, run: go(paths.newGroup()) },
    { label: 'New broadcast', icon: IconPlus, run: go(paths.newBroadcast()) },
    { label: 'New template', icon: IconPlus, run: go(paths.newTemplate()) },
    { label: 'Opt out a number', icon: IconPlus, run: go(paths.newOptOut()) },
    { label: 'Block a number', icon: IconPlus, run: go(paths.newBlockedNumber()) },
    { label: 'New webhook', icon: IconPlus, run: go(paths.newWebHook()) },
    { label: 'Check a signature', icon: IconShieldCheck, run: go(paths.checkSignature()) },
    { label: 'Contract doctor', icon: IconStethoscope, run: go(paths.doctor()) },
    { label: 'Jobs', icon: IconChecklist, run: go(paths.jobs()) },
    { label: 'Keyboard shortcuts', icon: IconKeyboard, run: () => onOpen('shortcuts') },
    { label: 'Sign out', icon: IconLogout, run: () => void signOut() },
  ].map((action) => ({ ...action, key: action.label, detail: 'Action' }));
  const wanted = typed.trim();
  return wanted === ''
    ? [...found, ...pages, ...actions]
    : [...found, ...pages.filter(matches(typed)), ...actions.filter(matches(typed))];
}

const matches = (typed: string) => {
  const wanted = typed.trim().toLowerCase();
  return ({ label }: Command) => label.toLowerCase().includes(wanted);
};
