import { and, asc, eq } from 'drizzle-orm';
import type { Page } from '#contract/common.ts';
import type { User, UserFilter } from '#contract/users.ts';
import { users } from '#server/db/schema/tenants.ts';
import { notFound } from './errors.ts';
import { slice, timestamp } from './paging.ts';
import type { Scope } from './scope.ts';

const columns = {
  id: users.id,
  email: users.email,
  firstName: users.firstName,
  lastName: users.lastName,
  accountId: users.accountId,
  role: users.role,
  archived: users.archived,
  lastSignInAt: users.lastSignInAt,
  createdAt: users.createdAt,
  updatedAt: users.updatedAt,
};

type Row = Pick<typeof users.$inferSelect, keyof typeof columns>;

/** Preferences of the hosted web application have no meaning here; they read as a new user's. */
const toUser = (row: Row): User => ({
  email: row.email,
  first_name: row.firstName,
  last_name: row.lastName,
  account_id: row.accountId,
  role: row.role,
  archived: row.archived,
  last_sign_in_at: timestamp(row.lastSignInAt),
  should_play_audio: true,
  forward_messages: 'never',
  terms_accepted: true,
  id: row.id,
  created_at: timestamp(row.createdAt),
  updated_at: timestamp(row.updatedAt),
  web_push_enabled: false,
  v3_enabled: false,
});

/** Users of the account by id; archived ones only when asked for. */
export async function listUsers(scope: Scope, filter: UserFilter): Promise<Page<User>> {
  const where = and(
    eq(users.accountId, scope.accountId),
    filter.include_archived ? undefined : eq(users.archived, false),
  );
  const { limit, offset } = slice(filter);
  const [rows, total] = await Promise.all([
    scope.db.select(columns).from(users).where(where).orderBy(asc(users.id)).limit(limit).offset(offset),
    scope.db.$count(users, where),
  ]);
  return { items: rows.map(toUser), total };
}

/** A user of the account, archived or not. Throws 404. */
export async function getUser(scope: Scope, id: number): Promise<User> {
  const where = and(eq(users.accountId, scope.accountId), eq(users.id, id));
  const [row] = await scope.db.select(columns).from(users).where(where);
  if (!row) throw notFound('User');
  return toUser(row);
}
