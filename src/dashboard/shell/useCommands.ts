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

/** `sure`: the first of them stays the first, whatever is still found. */
type Commands = { commands: Command[]; searching: boolean; sure: boolean; error: Error | null };

/** What the letters typed so far may mean: the page that begins so, people and things, other pages, actions. */
export function useCommands(typed: string, onOpen: (overlay: Overlay) => void): Commands {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const { found, searching, error } = usePaletteSearch(typed.trim());
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
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return { commands: [...found, ...pages, ...actions], searching, sure: true, error };
  const matching = pages.filter(({ label }) => label.toLowerCase().includes(wanted));
  const [begun, others] = [matching.filter(begins(wanted)), matching.filter((page) => !begins(wanted)(page))];
  const doing = actions.filter(({ label }) => label.toLowerCase().includes(wanted));
  const sure = !searching || begun.length > 0;
  return { commands: [...begun, ...found, ...others, ...doing], searching, sure, error };
}

const begins =
  (wanted: string) =>
  ({ label }: Command) =>
    label.toLowerCase().startsWith(wanted);
