import { and, asc, eq, gt, notInArray, sql } from 'drizzle-orm';
import type { InboundText } from '#contract/carrier.ts';
import { blockedNumbers, optOuts } from '#server/db/schema/compliance.ts';
import { contacts } from '#server/db/schema/contacts.ts';
import { messages } from '#server/db/schema/messages.ts';
import { accounts, users } from '#server/db/schema/tenants.ts';
import { autoReplies } from '#server/db/schema/wording.ts';
import { invalid } from './errors.ts';
import { keywordAnswers, keywordIn } from './messagesKeywords.ts';
import { activeSignature, becomeLast, worded, writeOutgoing } from './messagesOutgoing.ts';
import { obstaclesOf, stopDepartures } from './messagesTextable.ts';
import { lineTypeOf, parsePhone } from './phone.ts';
import type { Backstage } from './scope.ts';
import { announce } from './webHooksDeliveries.ts';

/** A contact gets an automatic reply at most once in this time. */
const autoReplyPauseMs = 3_600_000;

type Account = typeof accounts.$inferSelect;
type ContactRow = typeof contacts.$inferSelect;

/**
 * Takes in a text that a person sent to one of our numbers: stores it with what follows from it, opt-out and answers
 * included, in one transaction. From a blocked number nothing is kept. Throws 422 when the number is not ours.
 */
export async function receiveText(scope: Backstage, text: InboundText): Promise<void> {
  const [account] = await scope.db.select().from(accounts).where(eq(accounts.phone, text.to));
  if (!account) throw invalid('To', 'is not the number of an account');
  const number = parsePhone(text.from, undefined, account.country);
  const blocked = and(
    eq(blockedNumbers.organizationId, account.organizationId),
    eq(blockedNumbers.phone, number.phone),
  );
  if ((await scope.db.$count(blockedNumbers, blocked)) > 0) return;
  await scope.db.transaction(async (db) => {
    const tx = { ...scope, db };
    if (keywordIn(text.content) === 'stop') await stopDepartures(db, account.organizationId);
    // Writing the contact locks it, so that texts of one person are taken in one after the other.
    const [contact] = await db
      .insert(contacts)
      .values({ ...number, accountId: account.id, lineType: lineTypeOf(number.phone) })
      .onConflictDoUpdate({
        target: [contacts.accountId, contacts.phone],
        set: { updatedAt: sql`${contacts.updatedAt}` },
      })
      .returning();
    const [message] = await db
      .insert(messages)
      .values({
        accountId: account.id,
        contactId: contact!.id,
        inbound: true,
        status: 'received',
        content: text.content,
        mediaUrls: text.media_urls.length > 0 ? text.media_urls : null,
      })
      .returning({ id: messages.id, at: messages.at });
    await becomeLast(db, { accountId: account.id, contactId: contact!.id }, message!);
    await announce(tx, [message!.id], 'message');
    await respond(tx, account, contact!, text.content);
  });
}

async function respond(tx: Backstage, account: Account, contact: ContactRow, text: string): Promise<void> {
  const keyword = keywordIn(text);
  if (!keyword) return autoReply(tx, account, contact);
  const changed = keyword === 'help' || (await setOptedOut(tx, account, contact, keyword === 'stop'));
  if (changed) await answer(tx, account, contact, keywordAnswers[keyword], true);
}

/** Opts a number out of, or back into, the whole organisation; false when it already was. */
async function setOptedOut({ db }: Backstage, account: Account, { phone }: ContactRow, out: boolean): Promise<boolean> {
  const { organizationId } = account;
  if (!out) {
    const standing = and(
      eq(optOuts.organizationId, organizationId),
      eq(optOuts.phone, phone),
      eq(optOuts.optIn, false),
    );
    return (await db.update(optOuts).set({ optIn: true }).where(standing).returning({ id: optOuts.id })).length > 0;
  }
  const written = await db
    .insert(optOuts)
    .values({ organizationId, phone })
    .onConflictDoUpdate({
      target: [optOuts.organizationId, optOuts.phone],
      set: { optIn: false, updatedAt: new Date() },
      setWhere: eq(optOuts.optIn, true),
    })
    .returning({ id: optOuts.id });
  return written.length > 0;
}

async function autoReply(tx: Backstage, account: Account, contact: ContactRow): Promise<void> {
  const [active] = await tx.db
    .select({ message: autoReplies.message })
    .from(autoReplies)
    .where(and(eq(autoReplies.accountId, account.id), eq(autoReplies.isActive, true)));
  if (!active || (await obstaclesOf(tx.db, [contact.id])).has(contact.id)) return;
  const recent = and(
    eq(messages.contactId, contact.id),
    eq(messages.fromAutoresponse, true),
    notInArray(messages.content, Object.values(keywordAnswers)),
    gt(messages.at, new Date(Date.now() - autoReplyPauseMs)),
  );
  if ((await tx.db.$count(messages, recent)) > 0) return;
  const text = worded(active.message, contact, await activeSignature(tx.db, account.id));
  await answer(tx, account, contact, text, false);
}

/** Answers in the name of the account's first user, as nobody wrote it. */
async function answer(tx: Backstage, account: Account, contact: ContactRow, content: string, always: boolean) {
  const [first] = await tx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.accountId, account.id))
    .orderBy(asc(users.archived), asc(users.id))
    .limit(1);
  const message = { accountId: account.id, contactId: contact.id, userId: first?.id ?? null, content };
  await writeOutgoing(tx, { ...message, fromAutoresponse: true }, always);
}
