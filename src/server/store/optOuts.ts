import { and, desc, eq } from 'drizzle-orm';
import type { PhoneNumberFilter, PhoneNumberInput } from '#contract/blockedNumbers.ts';
import type { Page } from '#contract/common.ts';
import type { OptOut, OptOutChange } from '#contract/optOuts.ts';
import { optOuts } from '#server/db/schema/compliance.ts';
import { invalid, notFound } from './errors.ts';
import { stopDepartures } from './messagesTextable.ts';
import { slice, timestamp } from './paging.ts';
import { hasDigitsOf, parsePhone } from './phone.ts';
import { type Scope, transaction } from './scope.ts';

const columns = {
  id: optOuts.id,
  organizationId: optOuts.organizationId,
  phone: optOuts.phone,
  optIn: optOuts.optIn,
  createdAt: optOuts.createdAt,
  updatedAt: optOuts.updatedAt,
};

type Row = Pick<typeof optOuts.$inferSelect, keyof typeof columns>;

const toOptOut = (row: Row): OptOut => ({
  organization_id: row.organizationId,
  opt_in: row.optIn,
  id: row.id,
  created_at: timestamp(row.createdAt),
  updated_at: timestamp(row.updatedAt),
  phone: row.phone,
});

const own = ({ organizationId }: Scope, id: number) =>
  and(eq(optOuts.organizationId, organizationId), eq(optOuts.id, id));

/** Opt-outs of the organisation, newest first; also those who opted in again. */
export async function listOptOuts(scope: Scope, filter: PhoneNumberFilter): Promise<Page<OptOut>> {
  const where = and(eq(optOuts.organizationId, scope.organizationId), hasDigitsOf(optOuts.phone, filter.q));
  const { limit, offset } = slice(filter);
  const [rows, total] = await Promise.all([
    scope.db.select(columns).from(optOuts).where(where).orderBy(desc(optOuts.id)).limit(limit).offset(offset),
    scope.db.$count(optOuts, where),
  ]);
  return { items: rows.map(toOptOut), total };
}

/** Throws 404. */
export async function getOptOut(scope: Scope, id: number): Promise<OptOut> {
  const [row] = await scope.db.select(columns).from(optOuts).where(own(scope, id));
  if (!row) throw notFound('Opt out');
  return toOptOut(row);
}

/** Opts a number out, also one that had opted in again. Throws 422 when it is opted out already. */
export async function insertOptOut(scope: Scope, input: PhoneNumberInput): Promise<OptOut> {
  const { phone } = parsePhone(input.phone, input.country, scope.country);
  return transaction(scope, async (scope) => {
    await stopDepartures(scope.db, scope.organizationId);
    const [row] = await scope.db
      .insert(optOuts)
      .values({ organizationId: scope.organizationId, phone })
      .onConflictDoUpdate({
        target: [optOuts.organizationId, optOuts.phone],
        set: { optIn: false, updatedAt: new Date() },
        setWhere: eq(optOuts.optIn, true),
      })
      .returning(columns);
    if (!row) throw invalid('Phone', 'has already been taken');
    return toOptOut(row);
  });
}

/** Throws 404. */
export async function updateOptOut(scope: Scope, id: number, { opt_in }: OptOutChange): Promise<OptOut> {
  if (opt_in === undefined) return getOptOut(scope, id);
  return transaction(scope, async (scope) => {
    await stopDepartures(scope.db, scope.organizationId);
    const [row] = await scope.db.update(optOuts).set({ optIn: opt_in }).where(own(scope, id)).returning(columns);
    if (!row) throw notFound('Opt out');
    return toOptOut(row);
  });
}

/** Answers it as it was; the number may be texted again. Throws 404. */
export async function deleteOptOut(scope: Scope, id: number): Promise<OptOut> {
  const [row] = await scope.db.delete(optOuts).where(own(scope, id)).returning(columns);
  if (!row) throw notFound('Opt out');
  return toOptOut(row);
}
