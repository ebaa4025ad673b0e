import { and, eq, sql } from 'drizzle-orm';
import type { Message, MessageInput } from '#contract/messages.ts';
import { contacts } from '#server/db/schema/contacts.ts';
import { messages } from '#server/db/schema/messages.ts';
import { users } from '#server/db/schema/tenants.ts';
import { invalid } from './errors.ts';
import { keepImage, readImage } from './media.ts';
import { getMessage } from './messages.ts';
import { activeSignature, worded, writeOutgoing } from './messagesOutgoing.ts';
import { obstaclesOf } from './messagesTextable.ts';
import { lineTypeOf, parsePhone } from './phone.ts';
import { requireFuture } from './schedule.ts';
import { type Scope, transaction } from './scope.ts';

type ContactRow = typeof contacts.$inferSelect;

/** Sends a text, or schedules it. Throws 422 for who cannot be texted, and for what is no image. */
export async function createMessage(scope: Scope, input: MessageInput): Promise<Message> {
  const image = input.file && (await readImage(input.file));
  const deliverAt = input.deliver_at ?? null;
  requireFuture(deliverAt);
  return transaction(scope, async (tx) => {
    const userId = await senderOf(tx, input.sender);
    const contact = await receiverOf(tx, input.receiver);
    const obstacle = (await obstaclesOf(tx.db, [contact.id])).get(contact.id);
    if (obstacle) throw invalid('Receiver', obstacle);
    const imageToken = image ? await keepImage(tx, image) : null;
    const content = deliverAt
      ? input.content
      : worded(input.content, contact, await activeSignature(tx.db, tx.accountId));
    const message = { accountId: tx.accountId, contactId: contact.id, userId, content, deliverAt, imageToken };
    const id = await writeOutgoing(tx, message);
    if (!deliverAt) await markThreadRead(tx, contact.id);
    return getMessage(tx, id);
  });
}

const whole = (text: string) => (/^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null);

async function senderOf(scope: Scope, sender: string): Promise<number> {
  const id = whole(sender);
  const named = id ? eq(users.id, id) : eq(sql`lower(${users.email})`, sender.toLowerCase());
  const [user] = await scope.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.accountId, scope.accountId), eq(users.archived, false), named));
  if (!user) throw invalid('Sender', 'must be the id or e-mail address of a user');
  return user.id;
}

async function receiverOf(scope: Scope, receiver: string): Promise<ContactRow> {
  if (receiver.startsWith('+')) return contactWith(scope, receiver);
  const id = whole(receiver);
  const [contact] = id
    ? await scope.db
        .select()
        .from(contacts)
        .where(and(eq(contacts.id, id), eq(contacts.accountId, scope.accountId)))
    : [];
  if (!contact) throw invalid('Receiver', 'must be the id of a contact or a phone number that begins with +');
  return contact;
}

/** The account's contact with this number, made without a name when there is none. */
async function contactWith(scope: Scope, phone: string): Promise<ContactRow> {
  const number = parsePhone(phone, undefined, scope.country);
  const [contact] = await scope.db
    .insert(contacts)
    .values({ ...number, accountId: scope.accountId, lineType: lineTypeOf(number.phone) })
    .onConflictDoUpdate({
      target: [contacts.accountId, contacts.phone],
      set: { updatedAt: sql`${contacts.updatedAt}` },
    })
    .returning();
  return contact!;
}

/** Whoever answers a person has read what the person wrote. */
async function markThreadRead(scope: Scope, contactId: number) {
  const unread = and(eq(messages.contactId, contactId), eq(messages.inbound, true), eq(messages.read, false));
  await scope.db.update(messages).set({ read: true }).where(unread);
}
