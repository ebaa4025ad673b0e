import { and, desc, eq, like, or, type SQL, sql } from 'drizzle-orm';
import type { Page } from '#contract/common.ts';
import type {
  MessageTemplate,
  MessageTemplateChange,
  MessageTemplateFilter,
  MessageTemplateInput,
} from '#contract/messageTemplates.ts';
import { messageTemplates } from '#server/db/schema/wording.ts';
import { forbidden, notFound } from './errors.ts';
import { anywhere, slice, timestamp } from './paging.ts';
import type { Scope } from './scope.ts';

const columns = {
  id: messageTemplates.id,
  accountId: messageTemplates.accountId,
  organizationId: messageTemplates.organizationId,
  ownerType: messageTemplates.ownerType,
  title: messageTemplates.title,
  content: messageTemplates.content,
  createdAt: messageTemplates.createdAt,
  updatedAt: messageTemplates.updatedAt,
};

type Row = Pick<typeof messageTemplates.$inferSelect, keyof typeof columns>;

const toMessageTemplate = (row: Row): MessageTemplate => ({
  content: row.content,
  title: row.title,
  owner_id: row.ownerType === 'Organization' ? row.organizationId : row.accountId,
  owner_type: row.ownerType,
  id: row.id,
  created_at: timestamp(row.createdAt),
  updated_at: timestamp(row.updatedAt),
  account_id: row.accountId,
});

/** The account's own and those its organisation shares. */
const visible = ({ accountId, organizationId }: Scope) =>
  or(
    and(eq(messageTemplates.ownerType, 'Account'), eq(messageTemplates.accountId, accountId)),
    and(eq(messageTemplates.ownerType, 'Organization'), eq(messageTemplates.organizationId, organizationId)),
  );

const one = (scope: Scope, id: number) => and(visible(scope), eq(messageTemplates.id, id));

const matching = (q: string): SQL | undefined => {
  const pattern = sql`lower(${anywhere(q)})`;
  return or(
    like(sql`lower(${messageTemplates.title})`, pattern),
    like(sql`lower(${messageTemplates.content})`, pattern),
  );
};

/** Message templates the account may use, newest first. */
export async function listMessageTemplates(
  scope: Scope,
  filter: MessageTemplateFilter,
): Promise<Page<MessageTemplate>> {
  const where = and(visible(scope), filter.q ? matching(filter.q.trim()) : undefined);
  const { limit, offset } = slice(filter);
  const [rows, total] = await Promise.all([
    scope.db
      .select(columns)
      .from(messageTemplates)
      .where(where)
      .orderBy(desc(messageTemplates.id))
      .limit(limit)
      .offset(offset),
    scope.db.$count(messageTemplates, where),
  ]);
  return { items: rows.map(toMessageTemplate), total };
}

/** Throws 404. */
export async function getMessageTemplate(scope: Scope, id: number): Promise<MessageTemplate> {
  const [row] = await scope.db.select(columns).from(messageTemplates).where(one(scope, id));
  if (!row) throw notFound('Message template');
  return toMessageTemplate(row);
}

/** Throws 403 when someone else than an org_admin makes one for the organisation. */
export async function insertMessageTemplate(scope: Scope, input: MessageTemplateInput): Promise<MessageTemplate> {
  requireOrgAdmin(scope, input.owner_type);
  const [row] = await scope.db
    .insert(messageTemplates)
    .values({
      accountId: scope.accountId,
      organizationId: scope.organizationId,
      ownerType: input.owner_type,
      title: input.title,
      content: input.content,
    })
    .returning(columns);
  return toMessageTemplate(row!);
}

/** Throws 404, or 403 when it is or becomes the organisation's and the user is no org_admin. */
export async function updateMessageTemplate(
  scope: Scope,
  id: number,
  change: MessageTemplateChange,
): Promise<MessageTemplate> {
  const before = await getMessageTemplate(scope, id);
  requireOrgAdmin(scope, before.owner_type, change.owner_type);
  if (Object.values(change).every((value) => value === undefined)) return before;
  const [row] = await scope.db
    .update(messageTemplates)
    .set({
      title: change.title,
      content: change.content,
      ownerType: change.owner_type,
      isActive: change.is_active,
    })
    .where(one(scope, id))
    .returning(columns);
  if (!row) throw notFound('Message template');
  return toMessageTemplate(row);
}

/** Answers it as it was. Throws 404, or 403 as `updateMessageTemplate` does. */
export async function deleteMessageTemplate(scope: Scope, id: number): Promise<MessageTemplate> {
  const before = await getMessageTemplate(scope, id);
  requireOrgAdmin(scope, before.owner_type);
  const [row] = await scope.db.delete(messageTemplates).where(one(scope, id)).returning(columns);
  if (!row) throw notFound('Message template');
  return toMessageTemplate(row);
}

function requireOrgAdmin({ user }: Scope, ...ownerTypes: (string | undefined)[]) {
  if (user.role === 'org_admin' || !ownerTypes.includes('Organization')) return;
  throw forbidden("Only an org_admin may change the organization's templates");
}
