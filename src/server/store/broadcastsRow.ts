import { and, desc, eq, type SQL } from 'drizzle-orm';
import type { Broadcast } from '#contract/broadcasts.ts';
import type { Page, Paging } from '#contract/common.ts';
import { broadcasts } from '#server/db/schema/broadcasts.ts';
import { slice, timestamp } from './paging.ts';
import type { Scope } from './scope.ts';

/** What a `Broadcast` is made of. */
export const broadcastColumns = {
  id: broadcasts.id,
  userId: broadcasts.userId,
  groupId: broadcasts.groupId,
  groupName: broadcasts.groupName,
  messageBody: broadcasts.messageBody,
  status: broadcasts.status,
  deliverAt: broadcasts.deliverAt,
  totalMessages: broadcasts.totalMessages,
  createdAt: broadcasts.createdAt,
  updatedAt: broadcasts.updatedAt,
};

type Row = Pick<typeof broadcasts.$inferSelect, keyof typeof broadcastColumns>;

export const toBroadcast = (row: Row): Broadcast => ({
  user_id: row.userId,
  group_id: row.groupId,
  message_body: row.messageBody,
  status: row.status,
  deliver_at: row.deliverAt && `${row.deliverAt.toISOString().slice(0, 19).replace('T', ' ')} UTC`,
  id: row.id,
  created_at: timestamp(row.createdAt),
  updated_at: timestamp(row.updatedAt),
  group_name: row.groupName,
  total_messages: row.totalMessages,
});

/** The account's broadcasts that `where` finds, newest first. */
export async function broadcastPage(scope: Scope, where: SQL | undefined, paging: Paging): Promise<Page<Broadcast>> {
  const own = and(eq(broadcasts.accountId, scope.accountId), where);
  const { limit, offset } = slice(paging);
  const [rows, total] = await Promise.all([
    scope.db
      .select(broadcastColumns)
      .from(broadcasts)
      .where(own)
      .orderBy(desc(broadcasts.createdAt), desc(broadcasts.id))
      .limit(limit)
      .offset(offset),
    scope.db.$count(broadcasts, own),
  ]);
  return { items: rows.map(toBroadcast), total };
}
