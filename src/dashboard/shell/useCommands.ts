import { useMantineColorScheme } from '@mantine/core';
import {
  IconChecklist,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMessage,
  IconMoon,
  IconSun,
  type TablerIcon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { contacts } from '#dashboard/api/contacts.ts';
import { northAmerican } from '#dashboard/lib/phone.ts';
import { paths } from '#dashboard/paths.ts';
import { everyPlace } from './places.ts';
import type { Overlay } from './Shell.tsx';
import { useSignOut } from './useSignOut.ts';

export type Command = { key: string; label: string; detail: string; icon: TablerIcon; run: () => void };

const PEOPLE = 6;
const PAUSE = 200;

/** What the letters typed so far may mean: pages, then people, then actions. */
export function useCommands(typed: string, onOpen: (overlay: Overlay) => void): Command[] {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const people = usePeople(typed.trim());
  const go = (path: string) => () => void navigate(path);

  const pages = everyPlace.map(({ label, path, icon, key }) => ({
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
    { label: 'Jobs', icon: IconChecklist, run: go(paths.jobs()) },
    { label: 'Keyboard shortcuts', icon: IconKeyboard, run: () => onOpen('shortcuts') },
    { label: 'Sign out', icon: IconLogout, run: () => void signOut() },
  ].map((action) => ({ ...action, key: action.label, detail: 'Action' }));
  const found = people.map(({ id, name, phone }) => ({
    key: `contact-${id}`,
    label: name || phone,
    detail: name ? phone : 'Conversation',
    icon: IconMessage,
    run: go(paths.conversation(id)),
  }));
  return [...pages.filter(matches(typed)), ...found, ...actions.filter(matches(typed))];
}

const matches = (typed: string) => {
  const wanted = typed.trim().toLowerCase();
  return ({ label }: Command) => label.toLowerCase().includes(wanted);
};

/** The first people that the service finds, once the typing rests. */
function usePeople(typed: string) {
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.length > 1 ? typed : ''), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useQuery({ ...contacts.list({ q, per_page: PEOPLE }), enabled: q !== '' });
  if (q === '' || typed.length < 2) return [];
  return (data?.items ?? []).map(({ id, first_name, last_name, phone }) => ({
    id,
    name: [first_name, last_name].filter(Boolean).join(' '),
    phone: northAmerican(phone) ?? `+${phone}`,
  }));
}
