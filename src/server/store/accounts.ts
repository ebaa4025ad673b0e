import { asc, eq } from 'drizzle-orm';
import { accounts } from '#server/db/schema/tenants.ts';
import type { OwnNumber } from '#contract/carrier.ts';
import type { Backstage, Scope } from './scope.ts';

/** Lets one transaction at a time pass for the account; what else is written for the account does not wait. */
export async function lockAccount(scope: Scope): Promise<void> {
  await scope.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.id, scope.accountId))
    .for('no key update');
}

/** The numbers of every account here, for the simulated phone network. */
export const ownNumbers = ({ db }: Backstage): Promise<OwnNumber[]> =>
  db
    .select({ account_id: accounts.id, name: accounts.name, phone: accounts.phone })
    .from(accounts)
    .orderBy(asc(accounts.id));
