import { eq } from 'drizzle-orm';
import { accounts } from '#server/db/schema/tenants.ts';
import type { Scope } from './scope.ts';

/** Lets one transaction at a time pass for the account; what else is written for the account does not wait. */
export async function lockAccount(scope: Scope): Promise<void> {
  await scope.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.id, scope.accountId))
    .for('no key update');
}
