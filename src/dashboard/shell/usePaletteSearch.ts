import { IconHistory, IconMessage, IconTemplate, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Page } from '#contract/common.ts';
import type { Contact } from '#contract/contacts.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { groups } from '#dashboard/api/groups.ts';
import { messageTemplates } from '#dashboard/api/messageTemplates.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { e164, northAmerican } from '#dashboard/lib/phone.ts';
import { paths } from '#dashboard/paths.ts';
import { recents } from './recents.ts';
import type { Command } from './useCommands.ts';

/** Nothing is asked for before this many letters. */
export const ENOUGH = 3;
const PEOPLE = 6;
const OTHERS = 4;
const PAUSE = 120;
const FEW_STALE = 5 * 60_000;

const placeOf = {
  contact: (id: number) => paths.conversation(id),
  group: (id: number) => paths.group(id),
  broadcast: paths.broadcast,
  template: paths.template,
};

const called = ({ phone }: Contact) => northAmerican(phone) ?? e164(phone);

/** What was found. `searching`: the answer for the letters typed is not there yet. */
type Search = { found: Command[]; searching: boolean; error: Error | null };

const nothing: Search = { found: [], searching: false, error: null };

/** People, groups and templates that the typed letters may mean; while nothing is typed, what was opened last. */
export function usePaletteSearch(typed: string): Search {
  const q = useRested(typed.length >= ENOUGH ? typed : '');
  const navigate = useNavigate();
  const people = useQuery({ ...contacts.list({ q, per_page: PEOPLE }), enabled: q !== '' });
  const others = useOthers(q);
  const go = (path: string) => () => void navigate(path);
  const person = (contact: Contact): Command => ({
    key: `contact-${contact.id}`,
    label: personName(contact) || called(contact),
    detail: called(contact),
    icon: IconMessage,
    run: go(paths.conversation(contact.id)),
  });
  if (typed === '') {
    const recent = recents().map(({ kind, id, name }) => ({
      key: `${kind}-${id}`,
      label: name,
      detail: kind === 'contact' ? 'Recent' : `Recent ${kind}`,
      icon: IconHistory,
      run: go(placeOf[kind](id)),
    }));
    return { ...nothing, found: recent };
  }
  if (typed.length < ENOUGH) return nothing;
  return {
    found: [
      ...(people.data?.items ?? []).map((contact) => person(contact)),
      ...others.map(({ path, ...other }) => ({ ...other, run: go(path) })),
    ],
    searching: q !== typed || people.isPending || people.isPlaceholderData,
    error: people.error,
  };
}

/** Groups and templates. Those of an account with few are read once and looked through here. */
function useOthers(q: string): (Omit<Command, 'run'> & { path: string })[] {
  const enabled = q !== '';
  const everyGroup = useQuery({ ...groups.choices(), enabled, staleTime: FEW_STALE });
  const everyTemplate = useQuery({ ...messageTemplates.picker(), enabled });
  const foundGroups = useQuery({
    ...groups.list({ q, per_page: OTHERS }),
    enabled: enabled && isCut(everyGroup.data),
  });
  const foundTemplates = useQuery({
    ...messageTemplates.list({ q, per_page: OTHERS }),
    enabled: enabled && isCut(everyTemplate.data),
  });
  if (!enabled) return [];
  const wanted = q.toLowerCase();
  const pick = <Item>(every?: Page<Item>, found?: Page<Item>) => (isCut(every) ? found : every)?.items ?? [];
  return [
    ...pick(everyGroup.data, foundGroups.data)
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .slice(0, OTHERS)
      .map(({ id, name, size }) => ({
        key: `group-${id}`,
        label: name,
        detail: `Group, ${plural(size ?? 0, 'person', 'people')}`,
        icon: IconUsersGroup,
        path: paths.group(id),
      })),
    ...pick(everyTemplate.data, foundTemplates.data)
      .filter(({ title }) => title.toLowerCase().includes(wanted))
      .slice(0, OTHERS)
      .map(({ id, title }) => ({
        key: `template-${id}`,
        label: title,
        detail: 'Template',
        icon: IconTemplate,
        path: paths.template(id),
      })),
  ];
}

/** True where there is more than the first page that was read. */
const isCut = (page: Page<unknown> | undefined) => page !== undefined && page.total > page.items.length;

/** `text` once the typing rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
