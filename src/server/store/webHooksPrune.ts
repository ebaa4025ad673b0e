import { and, asc, desc, eq, gte, inArray, lt, ne } from 'drizzle-orm';
import type { Db } from '#server/db/database.ts';
import { webHookDeliveries, webHooks } from '#server/db/schema/webHooks.ts';

/** How long, and of each hook how many, deliveries are kept once they ended. */
const keptMs = 7 * 24 * 3_600_000;
const keptAtMost = 10_000;
/** Rows of one DELETE. */
const rowsAtOnce = 1_000;

/** Forgets deliveries that ended: those made more than seven days ago, and all but each hook's newest 10,000. */
export async function pruneDeliveries(db: Db, now = new Date(), atMost = keptAtMost): Promise<void> {
  const oldest = new Date(now.getTime() - keptMs);
  for (const { id } of await db.select({ id: webHooks.id }).from(webHooks)) {
    const first = Math.max(await firstSince(db, id, oldest), await firstOf(db, id, atMost));
    while ((await pruneBefore(db, id, first)) === rowsAtOnce);
  }
}

const deliveryIds = (db: Db) => db.select({ id: webHookDeliveries.id }).from(webHookDeliveries).$dynamic();
const ofHook = (hookId: number) => eq(webHookDeliveries.webHookId, hookId);

/** The hook's first delivery made at `oldest` or later; past all when there is none. */
async function firstSince(db: Db, hookId: number, oldest: Date): Promise<number> {
  const [first] = await deliveryIds(db)
    .where(and(ofHook(hookId), gte(webHookDeliveries.createdAt, oldest)))
    .orderBy(asc(webHookDeliveries.id))
    .limit(1);
  return first?.id ?? Infinity;
}

/** The oldest of the hook's newest `atMost` deliveries; 0 when it has no more. */
async function firstOf(db: Db, hookId: number, atMost: number): Promise<number> {
  const [first] = await deliveryIds(db)
    .where(ofHook(hookId))
    .orderBy(desc(webHookDeliveries.id))
    .limit(1)
    .offset(atMost - 1);
  return first?.id ?? 0;
}

/** Answers how many it deleted. */
async function pruneBefore(db: Db, hookId: number, first: number): Promise<number> {
  const before = first === Infinity ? undefined : lt(webHookDeliveries.id, first);
  const ended = ne(webHookDeliveries.status, 'pending');
  const some = deliveryIds(db)
    .where(and(ofHook(hookId), ended, before))
    .orderBy(asc(webHookDeliveries.id))
    .limit(rowsAtOnce);
  const gone = await db
    .delete(webHookDeliveries)
    .where(inArray(webHookDeliveries.id, some))
    .returning({ id: webHookDeliveries.id });
  return gone.length;
}
