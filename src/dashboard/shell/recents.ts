import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { broadcasts } from '#dashboard/api/broadcasts.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { groups } from '#dashboard/api/groups.ts';
import { messageTemplates } from '#dashboard/api/messageTemplates.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { draftOf, keepDraft } from '#dashboard/lib/formDraft.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { e164, northAmerican } from '#dashboard/lib/phone.ts';

const Recents = z.array(
  z.object({ kind: z.enum(['contact', 'group', 'broadcast', 'template']), id: z.number(), name: z.string() }),
);
export type Recent = z.output<typeof Recents>[number];

const KEPT = 'recent';
const MOST = 8;

/** What whoever is signed in opened last on this device, the newest first; it goes with the rest of what is kept here. */
export const recents = (): Recent[] => Recents.safeParse(draftOf(KEPT)).data ?? [];

/** The recent things once `opened` is among them, or `gone` no longer is. */
export function withRecent(
  before: readonly Recent[],
  { kind, id, name }: Recent | (Omit<Recent, 'name'> & { name: null }),
): Recent[] {
  const rest = before.filter((other) => other.kind !== kind || other.id !== id);
  return (name === null ? rest : [{ kind, id, name }, ...rest]).slice(0, MOST);
}

type Kind = {
  kind: Recent['kind'];
  queryKey: (id: number) => QueryKey;
  nameIn: (cache: QueryClient, id: number) => string | undefined;
};

const contact: Kind = {
  kind: 'contact',
  queryKey: (id) => contacts.detail(id).queryKey,
  nameIn: (cache, id) => {
    const found = cache.getQueryData(contacts.detail(id).queryKey);
    return found && (personName(found) || (northAmerican(found.phone) ?? e164(found.phone)));
  },
};
const kinds: Record<string, Kind> = {
  inbox: contact,
  contacts: contact,
  groups: {
    kind: 'group',
    queryKey: (id) => groups.detail(id).queryKey,
    nameIn: (cache, id) => cache.getQueryData(groups.detail(id).queryKey)?.name,
  },
  broadcasts: {
    kind: 'broadcast',
    queryKey: (id) => broadcasts.detail(id).queryKey,
    nameIn: (cache, id) => {
      const found = cache.getQueryData(broadcasts.detail(id).queryKey);
      return found && `${found.group_name}: ${found.message_body.slice(0, 60)}`;
    },
  },
  templates: {
    kind: 'template',
    queryKey: (id) => messageTemplates.detail(id).queryKey,
    nameIn: (cache, id) => cache.getQueryData(messageTemplates.detail(id).queryKey)?.title,
  },
};

/** Notes the thing that an address shows, as soon as it is known what it is called. Returns what ends the waiting. */
export function noteOpened(cache: QueryClient, pathname: string): (() => void) | undefined {
  const [, page = '', digits] = /^\/(\w+)\/(\d{1,15})(?:\/|$)/.exec(pathname) ?? [];
  const kind = kinds[page];
  if (!kind || digits === undefined) return undefined;
  const id = Number(digits);
  let end: (() => void) | undefined;
  const look = () => {
    const name = kind.nameIn(cache, id);
    const error = cache.getQueryState(kind.queryKey(id))?.error;
    const isGone = error instanceof ApiError && error.status === 404;
    if (name === undefined && !isGone) return false;
    keepDraft(
      KEPT,
      withRecent(recents(), { kind: kind.kind, id, ...(isGone ? { name: null } : { name: name ?? '' }) }),
    );
    end?.();
    return true;
  };
  if (!look()) end = cache.getQueryCache().subscribe(() => void look());
  return end;
}
