import { IconHistory, IconMessage, IconTemplate, IconUsersGroup } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Contact } from '#contract/contacts.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { groups } from '#dashboard/api/groups.ts';
import { messageTemplates } from '#dashboard/api/messageTemplates.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { e164, northAmerican } from '#dashboard/lib/phone.ts';
import { paths } from '#dashboard/paths.ts';
import type { Command } from './useCommands.ts';

/** Nothing is asked for before this many letters. */
const ENOUGH = 3;
const PEOPLE = 6;
const OTHERS = 4;
const RECENT = 5;
const PAUSE = 120;

const called = ({ phone }: Contact) => northAmerican(phone) ?? e164(phone);

/** People, groups and templates that the typed letters may mean; while nothing is typed, whom one wrote with last. */
export function usePaletteSearch(typed: string): Command[] {
  const q = useRested(typed.length >= ENOUGH ? typed : '');
  const enabled = q !== '';
  const navigate = useNavigate();
  const people = useQuery({ ...contacts.list({ q, per_page: PEOPLE }), enabled });
  const inGroups = useQuery({ ...groups.list({ q, per_page: OTHERS }), enabled });
  const templates = useQuery({ ...messageTemplates.picker(), enabled });
  const recent = useRecent();
  const go = (path: string) => () => void navigate(path);
  const person = (contact: Contact, detail: string, icon: Command['icon']): Command => ({
    key: `contact-${contact.id}`,
    label: personName(contact) || called(contact),
    detail,
    icon,
    run: go(paths.conversation(contact.id)),
  });
  if (typed === '') return recent.map((contact) => person(contact, 'Recent', IconHistory));
  if (!enabled || typed.length < ENOUGH) return [];
  const wanted = q.toLowerCase();
  return [
    ...(people.data?.items ?? []).map((contact) => person(contact, called(contact), IconMessage)),
    ...(inGroups.data?.items ?? []).map(({ id, name, size }) => ({
      key: `group-${id}`,
      label: name,
      detail: `Group, ${plural(size ?? 0, 'person', 'people')}`,
      icon: IconUsersGroup,
      run: go(paths.group(id)),
    })),
    ...(templates.data?.items ?? [])
      .filter(({ title }) => title.toLowerCase().includes(wanted))
      .slice(0, OTHERS)
      .map(({ id, title }) => ({
        key: `template-${id}`,
        label: title,
        detail: 'Template',
        icon: IconTemplate,
        run: go(paths.template(id)),
      })),
  ];
}

/** `text` once the typing rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** Whose conversations were opened last, as far as this page still knows them. */
function useRecent(): Contact[] {
  const cache = useQueryClient();
  return cache
    .getQueryCache()
    .findAll({ queryKey: ['messages', 'thread'] })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .flatMap(({ queryKey: [, , id] }) => cache.getQueryData(contacts.detail(Number(id)).queryKey) ?? [])
    .slice(0, RECENT);
}
