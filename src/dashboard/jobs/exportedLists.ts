import { autoReplyOperations } from '#contract/autoReplies.ts';
import { blockedNumberOperations } from '#contract/blockedNumbers.ts';
import { type Broadcast, broadcastOperations } from '#contract/broadcasts.ts';
import type { Page } from '#contract/common.ts';
import { groupOperations } from '#contract/groups.ts';
import { messageSignatureOperations } from '#contract/messageSignatures.ts';
import { messageTemplateOperations } from '#contract/messageTemplates.ts';
import { optOutOperations } from '#contract/optOuts.ts';
import { tagOperations } from '#contract/tags.ts';
import { userOperations } from '#contract/users.ts';
import { type BroadcastWanted, isWanted, standsAt, stateOf } from '#dashboard/lib/broadcastState.ts';
import { daysLater } from '#dashboard/lib/calendar.ts';
import { isOfWeek } from '#dashboard/lib/week.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { startOf } from '#dashboard/lib/zonedTime.ts';
import type { Context } from './job.ts';

/** What a list shows of all there is: what the service filters by, and what is filtered while reading. */
export type ListFilter = {
  q?: string | undefined;
  /** Opted out within the last seven days. */
  week?: boolean | undefined;
  archived?: boolean | undefined;
  group?: number | undefined;
  status?: BroadcastWanted | undefined;
  /** A day where the reader is: `2026-11-24`. */
  date?: string | undefined;
};

type Row = Record<string, string>;
/** The rows of one page, each with what tells it from any other, and how many there are in all. */
type ReadRows = { rows: { key: string; row: Row }[]; total: number };
type Reading = {
  callPage: Context<never>['callPage'];
  filter: ListFilter;
  paging: { page: number; per_page: number };
  /** In UTC, for what the service lists by day. */
  day?: string | undefined;
};

const told = <Item>({ items, total }: Page<Item>, key: (item: Item) => string | number, row: (item: Item) => Row) => ({
  rows: items.map((item) => ({ key: String(key(item)), row: row(item) })),
  total,
});

const idOf = ({ id }: { id: number }) => id;
const phoneOf = ({ phone }: { phone: string }) => phone;
const yes = (is: boolean) => (is ? 'yes' : '');
const times = ({ created_at, updated_at, id }: { created_at: string; updated_at: string; id: number }): Row => ({
  Made: created_at,
  'Last changed': updated_at,
  Id: String(id),
});

/** Every list that can become a file: how a page of it is read, and its columns. */
export const exportedLists = {
  optOuts: async ({ callPage, filter: { q, week }, paging }: Reading) => {
    const page = await callPage(optOutOperations.list, { query: { ...paging, ...(q && { q }) } });
    return told(
      { ...page, items: week ? page.items.filter((optOut) => isOfWeek(optOut)) : page.items },
      phoneOf,
      ({ phone, opt_in, created_at, updated_at }) => ({
        Phone: `+${phone}`,
        State: opt_in ? 'opted back in' : 'opted out',
        'Opted out': created_at,
        'Last changed': updated_at,
      }),
    );
  },
  blockedNumbers: async ({ callPage, filter: { q }, paging }: Reading) =>
    told(
      await callPage(blockedNumberOperations.list, { query: { ...paging, ...(q && { q }) } }),
      phoneOf,
      ({ phone, created_at }) => ({ Phone: `+${phone}`, Blocked: created_at }),
    ),
  groups: async ({ callPage, filter: { q }, paging }: Reading) =>
    told(
      await callPage(groupOperations.list, { query: { ...paging, order_by: 'name', ...(q && { q }) } }),
      idOf,
      (group) => ({ Name: group.name, People: String(group.size), Locked: yes(group.locked), ...times(group) }),
    ),
  broadcasts: async ({ callPage, filter, paging, day }: Reading) => {
    const { group } = filter;
    const page = await (group === undefined || day !== undefined
      ? callPage(broadcastOperations.list, { query: { ...paging, ...(day && { date: day }) } })
      : callPage(groupOperations.broadcasts, { params: { id: group }, query: paging }));
    return told({ ...page, items: page.items.filter((broadcast) => isShown(broadcast, filter)) }, idOf, broadcastRow);
  },
  tags: async ({ callPage, filter: { q = '' }, paging }: Reading) => {
    const page = await callPage(tagOperations.list, { query: paging });
    const items = page.items.filter((tag) => tag.toLowerCase().includes(q.toLowerCase()));
    return told({ ...page, items }, String, (tag) => ({ Tag: tag }));
  },
  users: async ({ callPage, filter: { archived }, paging }: Reading) =>
    told(
      await callPage(userOperations.list, { query: { ...paging, ...(archived && { include_archived: true }) } }),
      idOf,
      (user) => ({
        Name: personName({ ...user, business_name: null }),
        Email: user.email,
        Role: user.role,
        Archived: yes(user.archived),
        'Last sign-in': user.last_sign_in_at ?? '',
        ...times(user),
      }),
    ),
  templates: async ({ callPage, filter: { q }, paging }: Reading) =>
    told(
      await callPage(messageTemplateOperations.list, { query: { ...paging, ...(q && { q }) } }),
      idOf,
      (template) => ({
        Title: template.title,
        Text: template.content,
        Of: template.owner_type,
        ...times(template),
      }),
    ),
  autoReplies: async ({ callPage, paging }: Reading) =>
    told(await callPage(autoReplyOperations.list, { query: paging }), idOf, (reply) => ({
      Text: reply.message,
      'In use': yes(reply.is_active),
      ...times(reply),
    })),
  signatures: async ({ callPage, paging }: Reading) =>
    told(await callPage(messageSignatureOperations.list, { query: paging }), idOf, (signature) => ({
      Text: signature.content,
      'In use': yes(signature.is_active),
      ...times(signature),
    })),
} satisfies Record<string, (reading: Reading) => Promise<ReadRows>>;

export type ListName = keyof typeof exportedLists;

const broadcastRow = (broadcast: Broadcast): Row => ({
  Group: broadcast.group_name,
  Text: broadcast.message_body,
  State: stateOf(broadcast),
  'Scheduled for': broadcast.deliver_at ?? '',
  Texts: String(broadcast.total_messages),
  'Sender id': String(broadcast.user_id),
  ...times(broadcast),
});

function isShown(broadcast: Broadcast, { group, status, date }: ListFilter): boolean {
  if (status !== undefined && !isWanted(broadcast, status)) return false;
  if (group !== undefined && broadcast.group_id !== group) return false;
  if (date === undefined) return true;
  const { from, to } = dayOf(date);
  const at = standsAt(broadcast);
  return at >= from && at < to;
}

const dayOf = (date: string) => ({ from: startOf(date), to: startOf(daysLater(date, 1)) });

/** The days in UTC, as the service counts, that a day where the reader is touches. */
export function utcDaysOf(date: string): string[] {
  const { from, to } = dayOf(date);
  return [...new Set([from, new Date(to.getTime() - 1)].map((at) => at.toISOString().slice(0, 10)))];
}
