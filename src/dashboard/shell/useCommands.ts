import { useMantineColorScheme } from '@mantine/core';
import {
  IconBolt,
  IconCalendar,
  IconChecklist,
  IconDeviceDesktop,
  IconDownload,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconPlus,
  IconShieldCheck,
  IconStethoscope,
  IconSun,
  IconUpload,
  IconWebhook,
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

/** Actions that begin at an address. */
const ways = [
  { label: 'New contact', icon: IconPlus, path: paths.newContact() },
  { label: 'New group', icon: IconPlus, path: paths.newGroup() },
  { label: 'New broadcast', icon: IconPlus, path: paths.newBroadcast() },
  { label: 'New template', icon: IconPlus, path: paths.newTemplate() },
  { label: 'New auto reply', icon: IconPlus, path: paths.newAutoReply() },
  { label: 'New signature', icon: IconPlus, path: paths.newSignature() },
  { label: 'Opt out a number', icon: IconPlus, path: paths.newOptOut() },
  { label: 'Block a number', icon: IconPlus, path: paths.newBlockedNumber() },
  { label: 'New webhook', icon: IconPlus, path: paths.newWebHook() },
  { label: 'Broadcast calendar', icon: IconCalendar, path: paths.broadcastCalendar() },
  { label: 'Import CSV of contacts', icon: IconUpload, path: paths.importContacts() },
  { label: 'Import CSV of opt-outs', icon: IconUpload, path: paths.importOptOuts() },
  { label: 'Import CSV of blocked numbers', icon: IconUpload, path: paths.importBlockedNumbers() },
  { label: 'Webhook receiver', icon: IconWebhook, path: paths.hookReceiver() },
  { label: 'Check a signature', icon: IconShieldCheck, path: paths.checkSignature() },
  { label: 'Contract doctor', icon: IconStethoscope, path: paths.doctor() },
  { label: 'Jobs', icon: IconChecklist, path: paths.jobs() },
];

/** Lists that can become a file; the list itself asks and begins. */
const exported = [
  { what: 'contacts', path: paths.contacts() },
  { what: 'groups', path: paths.groups() },
  { what: 'broadcasts', path: paths.broadcasts() },
  { what: 'tags', path: paths.tags() },
  { what: 'users', path: paths.users() },
  { what: 'templates', path: paths.templates() },
  { what: 'auto replies', path: paths.autoReplies() },
  { what: 'signatures', path: paths.signatures() },
  { what: 'opt-outs', path: paths.optOuts() },
  { what: 'blocked numbers', path: paths.blockedNumbers() },
];

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
    ...ways.map(({ path, ...way }) => ({ ...way, run: go(path) })),
    ...(current?.canTurnOnLive ? [{ label: 'Turn on live', icon: IconBolt, run: go('#live') }] : []),
    ...exported.map(({ what, path }) => ({
      label: `Export ${what}`,
      icon: IconDownload,
      run: () => void navigate(path, { state: { export: true } }),
    })),
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
