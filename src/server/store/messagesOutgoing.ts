import { and, eq } from 'drizzle-orm';
import { fillMergeFields, sign } from '#contract/mergeFields.ts';
import type { Db } from '#server/db/database.ts';
import type { contacts } from '#server/db/schema/contacts.ts';
import { conversations, messages } from '#server/db/schema/messages.ts';
import { messageSignatures } from '#server/db/schema/wording.ts';
import type { Backstage } from './scope.ts';
import { announce } from './webHooksDeliveries.ts';

type Outgoing = Pick<typeof messages.$inferInsert, 'accountId' | 'contactId' | 'userId' | 'content'> &
  Partial<Pick<typeof messages.$inferInsert, 'fromAutoresponse' | 'deliverAt' | 'imageToken'>>;

/**
 * Writes a message of ours together with the job that sends it and what web hooks hear of it. One with `deliverAt`
 * waits and is written as typed; others are written as they leave. `always` sends it to someone who opted out, too.
 */
export async function writeOutgoing(scope: Backstage, message: Outgoing, always = false): Promise<number> {
  const at = message.deliverAt ?? undefined;
  const [row] = await scope.db
    .insert(messages)
    .values({ ...message, inbound: false, status: at ? 'scheduled' : 'created' })
    .returning({ id: messages.id, at: messages.at });
  if (!at) await becomeLast(scope.db, message, row!);
  await announce(scope, [row!.id], at ? 'change' : 'message');
  await scope.enqueue(scope.db, [
    { queue: 'messages.send', messageId: row!.id, ...(at && { at }), ...(always && { always }) },
  ]);
  return row!.id;
}

type Whose = Pick<typeof conversations.$inferInsert, 'accountId' | 'contactId'>;

/** Notes a message as its contact's newest. */
export async function becomeLast(db: Db, whose: Whose, { id, at }: { id: number; at: Date }): Promise<void> {
  const { accountId, contactId } = whose;
  const last = { lastMessageId: id, lastMessageAt: at };
  await db
    .insert(conversations)
    .values({ accountId, contactId, ...last })
    .onConflictDoUpdate({ target: conversations.contactId, set: last });
}

/** The account's active signature; null when it has none. */
export async function activeSignature(db: Db, accountId: number): Promise<string | null> {
  const [active] = await db
    .select({ content: messageSignatures.content })
    .from(messageSignatures)
    .where(and(eq(messageSignatures.accountId, accountId), eq(messageSignatures.isActive, true)));
  return active?.content ?? null;
}

type Names = Pick<typeof contacts.$inferSelect, 'firstName' | 'lastName' | 'businessName'>;

/** A text as it leaves: merge fields filled in for its receiver, the signature below it. */
export const worded = (text: string, contact: Names, signature: string | null): string =>
  sign(
    fillMergeFields(text, {
      first_name: contact.firstName,
      last_name: contact.lastName,
      business_name: contact.businessName,
    }),
    signature,
  );
