import { and, desc, eq, inArray, ne, notInArray, type SQL } from 'drizzle-orm';
import type { Page, Paging } from '#contract/common.ts';
import type { Message, MessageFilter, MessageScope } from '#contract/messages.ts';
import { contacts } from '#server/db/schema/contacts.ts';
import { conversations, images, messages } from '#server/db/schema/messages.ts';
import { invalid, notFound } from './errors.ts';
import { newestFirst, selectMessages, theseMessages, toMessage } from './messagesRow.ts';
import { containing, lastOfEach, searchedConversations, searchedMessages } from './messagesSearch.ts';
import { slice } from './paging.ts';
import { type Scope, transaction } from './scope.ts';
import { totalOf } from './totals.ts';

/** Statuses of a message that has not gone out yet. */
const waiting = ['scheduled', 'held'] as const;

/** Scopes that are about the person, as a condition on contacts. */
const people = { flagged: eq(contacts.flagged, true), with_notes: ne(contacts.notes, '') };

/** A scope as a condition on messages alone, so that they are counted without a look at every contact. */
function inScope(scope: Scope, word: MessageScope): SQL | undefined {
  if (word === 'unread') return and(eq(messages.inbound, true), eq(messages.read, false));
  if (word === 'scheduled') return inArray(messages.status, [...waiting]);
  return withPeople(scope, word, messages);
}

/** What is said with the people of a scope: of the account, as they are. */
function withPeople(
  { db, accountId }: Scope,
  word: keyof typeof people,
  of: typeof messages | typeof conversations,
): SQL {
  const theirs = and(eq(contacts.accountId, accountId), people[word]);
  return inArray(of.contactId, db.select({ id: contacts.id }).from(contacts).where(theirs));
}

/** Messages of the account, newest first. */
export async function listMessages(scope: Scope, filter: MessageFilter): Promise<Page<Message>> {
  const ofAccount = eq(messages.accountId, scope.accountId);
  const inWord = filter.scope && inScope(scope, filter.scope);
  const found = filter.q ? and(inWord, containing(filter.q)) : inWord;
  if (!filter.last_message_to_each_contact) {
    if (filter.q) return searchedMessages(scope, filter, found);
    return page(scope, filter, and(ofAccount, found), countOf(scope, filter.scope));
  }
  // A text that has not gone out is nobody's last, unless those are what is asked for.
  const last = filter.scope === 'scheduled' ? found : and(found, notInArray(messages.status, [...waiting]));
  if (filter.q) return searchedConversations(scope, filter, last);
  // Every contact's last message is kept, so the inbox needs no search for it.
  if (filter.scope === 'unread' || filter.scope === 'scheduled') {
    const chosen = await lastOfEach(scope, filter, and(ofAccount, last));
    return { items: await theseMessages(scope, chosen.ids), total: chosen.total };
  }
  return inbox(scope, filter, filter.scope && withPeople(scope, filter.scope, conversations));
}

function countOf(scope: Scope, word: MessageScope | undefined): PromiseLike<number> {
  if (!word) return totalOf(scope, 'messages');
  // Counted by the index of threads alone, which knows nothing of accounts.
  if (word === 'flagged' || word === 'with_notes') return scope.db.$count(messages, withPeople(scope, word, messages));
  return scope.db.$count(messages, and(eq(messages.accountId, scope.accountId), inScope(scope, word)));
}

/** The messages to and from a contact of the account, newest first. Throws 404. */
export async function listThread(scope: Scope, contactId: number, paging: Paging): Promise<Page<Message>> {
  const own = and(eq(contacts.id, contactId), eq(contacts.accountId, scope.accountId));
  if ((await scope.db.$count(contacts, own)) === 0) throw notFound('Contact');
  const inThread = eq(messages.contactId, contactId);
  return page(scope, paging, inThread, scope.db.$count(messages, inThread));
}

async function page(
  scope: Scope,
  paging: Paging,
  where: SQL | undefined,
  counted: PromiseLike<number>,
): Promise<Page<Message>> {
  const { limit, offset } = slice(paging);
  // The ids first, so that of what the page skips nothing else is read.
  const ids = scope.db
    .select({ id: messages.id })
    .from(messages)
    .where(where)
    .orderBy(...newestFirst)
    .limit(limit)
    .offset(offset);
  const [items, total] = await Promise.all([theseMessages(scope, ids), counted]);
  return { items, total };
}

async function inbox(scope: Scope, paging: Paging, those: SQL | undefined): Promise<Page<Message>> {
  const where = and(eq(conversations.accountId, scope.accountId), those);
  const { limit, offset } = slice(paging);
  const ids = scope.db
    .select({ id: conversations.lastMessageId })
    .from(conversations)
    .where(where)
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.lastMessageId))
    .limit(limit)
    .offset(offset);
  const [items, total] = await Promise.all([
    theseMessages(scope, ids),
    those ? scope.db.$count(conversations, where) : totalOf(scope, 'conversations'),
  ]);
  return { items, total };
}

const own = (scope: Scope, id: number) => and(eq(messages.id, id), eq(messages.accountId, scope.accountId));

/** A message of the account. Throws 404. */
export async function getMessage(scope: Scope, id: number): Promise<Message> {
  const [row] = await selectMessages(scope.db).where(own(scope, id));
  if (!row) throw notFound('Message');
  return toMessage(row, scope.origin);
}

/** Marks a message as read or unread. Throws 404. */
export async function setRead(scope: Scope, id: number, read: boolean): Promise<Message> {
  await scope.db.update(messages).set({ read }).where(own(scope, id));
  return getMessage(scope, id);
}

/** Deletes a message that has not gone out and answers it as it was. Throws 404, and 422 once it was sent. */
export const deleteScheduled = (scope: Scope, id: number): Promise<Message> =>
  transaction(scope, async (tx) => {
    const before = await getMessage(tx, id);
    const [gone] = await tx.db
      .delete(messages)
      .where(and(own(tx, id), inArray(messages.status, [...waiting])))
      .returning({ imageToken: messages.imageToken });
    if (!gone) throw invalid('Message', 'was already sent');
    if (gone.imageToken) await tx.db.delete(images).where(eq(images.token, gone.imageToken));
    return before;
  });
