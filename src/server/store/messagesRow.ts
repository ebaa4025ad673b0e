import { desc, eq, inArray, type SQLWrapper } from 'drizzle-orm';
import type { Message } from '#contract/messages.ts';
import type { Db } from '#server/db/database.ts';
import { contacts } from '#server/db/schema/contacts.ts';
import { messages } from '#server/db/schema/messages.ts';
import { accounts, users } from '#server/db/schema/tenants.ts';
import { timestamp } from './paging.ts';
import type { Scope } from './scope.ts';

const columns = {
  message: messages,
  contact: {
    phone: contacts.phone,
    firstName: contacts.firstName,
    lastName: contacts.lastName,
    businessName: contacts.businessName,
    lineType: contacts.lineType,
  },
  user: { id: users.id, firstName: users.firstName, lastName: users.lastName, email: users.email },
  account: { id: accounts.id, organizationId: accounts.organizationId, name: accounts.name, phone: accounts.phone },
};

/** Messages with the people at both ends. */
export const selectMessages = (db: Db) =>
  db
    .select(columns)
    .from(messages)
    .innerJoin(contacts, eq(contacts.id, messages.contactId))
    .innerJoin(accounts, eq(accounts.id, messages.accountId))
    .leftJoin(users, eq(users.id, messages.userId));

export type MessageRow = Awaited<ReturnType<typeof selectMessages>>[number];

/** Newest first; the id breaks ties, so pages never overlap. */
export const newestFirst = [desc(messages.at), desc(messages.id)];

/** These messages, newest first. */
export async function theseMessages({ db, origin }: Scope, ids: number[] | SQLWrapper): Promise<Message[]> {
  const rows = await selectMessages(db)
    .where(inArray(messages.id, ids))
    .orderBy(...newestFirst);
  return rows.map((row) => toMessage(row, origin));
}

const named = (...names: (string | null)[]) => names.filter(Boolean).join(' ');

/** Where an image of this server is fetched; `origin` is the server's own. */
export const mediaUrl = (origin: string, token: string) => `${origin}/media/${token}`;

/** A row as the API shows it. Web hooks write instants with milliseconds: theirs is another `stamp`. */
export function toMessage(row: MessageRow, origin: string, stamp: (date: Date) => string = timestamp): Message {
  const { message, contact, user, account } = row;
  const person = {
    id: message.contactId,
    type: 'Contact',
    phone: `+${contact.phone}`,
    name: named(contact.firstName, contact.lastName) || (contact.businessName ?? ''),
  };
  const sender = user && !message.inbound ? userSide(user, account.phone) : { ...account, type: 'Account' };
  const [from, to] = message.inbound ? [person, sender] : [sender, person];
  const image = message.imageToken && mediaUrl(origin, message.imageToken);
  return {
    read: message.read,
    broadcast_id: message.broadcastId,
    status: message.status,
    deliver_at: message.deliverAt && stamp(message.deliverAt),
    from_autoresponse: message.fromAutoresponse,
    id: message.id,
    created_at: stamp(message.createdAt),
    updated_at: stamp(message.updatedAt),
    sender_id: from.id,
    receiver_id: to.id,
    sender_type: from.type,
    receiver_type: to.type,
    content: message.content,
    sender_phone: from.phone,
    sender_name: from.name,
    sender_email: message.inbound ? null : (user?.email ?? null),
    receiver_phone: to.phone,
    receiver_name: to.name,
    image_url: image,
    thumb_url: image,
    media_urls: image ? [image] : message.mediaUrls,
  };
}

const userSide = (user: NonNullable<MessageRow['user']>, phone: string) => ({
  id: user.id,
  type: 'User',
  phone,
  name: named(user.firstName, user.lastName) || user.email,
});
