import { and, desc, eq } from 'drizzle-orm';
import type { BlockedNumber, PhoneNumberFilter, PhoneNumberInput } from '#contract/blockedNumbers.ts';
import type { Page } from '#contract/common.ts';
import { blockedNumbers } from '#server/db/schema/compliance.ts';
import { notFound, refuseTaken } from './errors.ts';
import { stopDepartures } from './messagesTextable.ts';
import { slice, timestamp } from './paging.ts';
import { hasDigitsOf, parsePhone } from './phone.ts';
import { type Scope, transaction } from './scope.ts';

const columns = {
  id: blockedNumbers.id,
  organizationId: blockedNumbers.organizationId,
  phone: blockedNumbers.phone,
  createdAt: blockedNumbers.createdAt,
  updatedAt: blockedNumbers.updatedAt,
};

type Row = Pick<typeof blockedNumbers.$inferSelect, keyof typeof columns>;

const toBlockedNumber = (row: Row): BlockedNumber => ({
  organization_id: row.organizationId,
  id: row.id,
  created_at: timestamp(row.createdAt),
  updated_at: timestamp(row.updatedAt),
  phone: row.phone,
});

/** Blocked numbers of the organisation, newest first. */
export async function listBlockedNumbers(scope: Scope, filter: PhoneNumberFilter): Promise<Page<BlockedNumber>> {
  const where = and(
    eq(blockedNumbers.organizationId, scope.organizationId),
    hasDigitsOf(blockedNumbers.phone, filter.q),
  );
  const { limit, offset } = slice(filter);
  const [rows, total] = await Promise.all([
    scope.db
      .select(columns)
      .from(blockedNumbers)
      .where(where)
      .orderBy(desc(blockedNumbers.id))
      .limit(limit)
      .offset(offset),
    scope.db.$count(blockedNumbers, where),
  ]);
  return { items: rows.map(toBlockedNumber), total };
}

/** Throws 422 when it is no number, or blocked already. */
export async function insertBlockedNumber(scope: Scope, input: PhoneNumberInput): Promise<BlockedNumber> {
  const { phone } = parsePhone(input.phone, input.country, scope.country);
  return transaction(scope, async (scope) => {
    await stopDepartures(scope.db, scope.organizationId);
    const [row] = await scope.db
      .insert(blockedNumbers)
      .values({ organizationId: scope.organizationId, phone })
      .returning(columns);
    return toBlockedNumber(row!);
  }).catch(refuseTaken('blocked_numbers_phone', 'Phone'));
}

/** Answers it as it was. Throws 404. */
export async function deleteBlockedNumber(scope: Scope, id: number): Promise<BlockedNumber> {
  const [row] = await scope.db
    .delete(blockedNumbers)
    .where(and(eq(blockedNumbers.organizationId, scope.organizationId), eq(blockedNumbers.id, id)))
    .returning(columns);
  if (!row) throw notFound('Blocked number');
  return toBlockedNumber(row);
}
