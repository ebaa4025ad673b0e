import { and, countDistinct, desc, eq, like, max, type SQL, sql } from 'drizzle-orm';
import type { Page } from '#contract/common.ts';
import type { Message, MessageFilter } from '#contract/messages.ts';
import { messages } from '#server/db/schema/messages.ts';
import { newestFirst, theseMessages } from './messagesRow.ts';
import { anywhere, slice, type Slice } from './paging.ts';
import type { Scope } from './scope.ts';

/** So many of the newest messages are looked through first: of a word that is often said they fill a page. */
const newest = 2_000;

/** More than a table of ours has rows. */
const everyOne = 2 ** 31;

/** What a page shows, and how many there are of it. */
type Chosen = { ids: number[]; total: number };

/** Messages in whose text `q` occurs, in any case. As indexed, ASCII letters are small; of others either will do. */
export function containing(q: string): SQL {
  const text = sql`lower(${messages.content} collate "C")`;
  return /^\p{ASCII}*$/u.test(q) ? like(text, anywhere(q.toLowerCase())) : sql`${text} ~ ${inEitherCase(q)}`;
}

/** As a regular expression that is used on texts whose ASCII letters are small. */
const inEitherCase = (q: string): string =>
  q.replace(/./gsu, (letter) => {
    if (letter <= '\x7f') return letter.toLowerCase().replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
    // What is several letters in the other case is looked for as it is.
    const forms = [letter, letter.toLowerCase(), letter.toUpperCase()].filter((form) => /^.$/su.test(form));
    return `[${forms.join('')}]`;
  });

/**
 * A page of the account's messages that `found` finds. A word that is often said is on the newest ones already, and
 * only how often is left to be counted; of any other the page and the count come of one walk. The planner would
 * choose likewise, but between walking all of an index and reading one word's entries it guesses, and on PGlite badly.
 */
export async function searchedMessages(scope: Scope, filter: MessageFilter, found: SQL | undefined) {
  const page = slice(filter);
  const recent = await newestOf(scope, found, page);
  if (recent) return shown(scope, recent, scope.db.$count(messages, all(scope, found)));
  const { ids, total } = await foundAndCounted(scope, found, page);
  return shown(scope, ids, total);
}

/** As `searchedMessages`: of each contact the last that `found` finds. */
export async function searchedConversations(scope: Scope, filter: MessageFilter, found: SQL | undefined) {
  const page = slice(filter);
  const recent = await newestOfEach(scope, found, page);
  if (recent) return shown(scope, recent, people(scope, found));
  const { ids, total } = await lastOfEach(scope, filter, all(scope, found));
  return shown(scope, ids, total);
}

async function shown(scope: Scope, ids: number[], counted: number | PromiseLike<number>): Promise<Page<Message>> {
  // Counted first, by the connection that was used last: it has what is counted at hand.
  const [total, items] = await Promise.all([counted, Promise.resolve().then(() => theseMessages(scope, ids))]);
  return { items, total };
}

const all = ({ accountId }: Scope, found: SQL | undefined) => and(eq(messages.accountId, accountId), found);

/** The newest messages under the name of all, so that a condition on messages is one on them. */
const recently = ({ db, accountId }: Scope) =>
  db
    .select()
    .from(messages)
    .where(eq(messages.accountId, accountId))
    .orderBy(...newestFirst)
    .limit(newest)
    .as('messages');

const whole = (rows: { id: number }[], { limit }: Slice) =>
  rows.length === limit ? rows.map(({ id }) => id) : undefined;

/** The page, unless the newest messages do not fill it. */
async function newestOf(scope: Scope, found: SQL | undefined, page: Slice): Promise<number[] | undefined> {
  const rows = await scope.db
    .select({ id: messages.id })
    .from(recently(scope))
    .where(found)
    .orderBy(...newestFirst)
    .limit(page.limit)
    .offset(page.offset);
  return whole(rows, page);
}

async function newestOfEach(scope: Scope, found: SQL | undefined, page: Slice): Promise<number[] | undefined> {
  const ids = sql<number[]>`array_agg(${messages.id} order by ${messages.at} desc, ${messages.id} desc)`;
  const rows = await scope.db
    .select({ id: sql<number>`(${ids})[1]`.mapWith(Number) })
    .from(recently(scope))
    .where(found)
    .groupBy(messages.contactId)
    .orderBy(desc(max(messages.at)), desc(messages.contactId))
    .limit(page.limit)
    .offset(page.offset);
  return whole(rows, page);
}

/** With how many people. */
async function people(scope: Scope, found: SQL | undefined): Promise<number> {
  const [row] = await scope.db
    .select({ total: countDistinct(messages.contactId) })
    .from(messages)
    .where(all(scope, found));
  return row?.total ?? 0;
}

/** The page and the count of one walk; the limit keeps the planner from walking all messages in their order for it. */
async function foundAndCounted(scope: Scope, found: SQL | undefined, { limit, offset }: Slice): Promise<Chosen> {
  const matches = scope.db
    .select({ id: messages.id, at: messages.at })
    .from(messages)
    .where(all(scope, found))
    .limit(everyOne)
    .as('matches');
  const rows = await scope.db
    .select({ id: matches.id, total: sql<number>`count(*) over ()::int` })
    .from(matches)
    .orderBy(desc(matches.at), desc(matches.id))
    .limit(limit)
    .offset(offset);
  // Beyond the last page nothing tells how many came before.
  const total = rows[0]?.total ?? (offset > 0 ? await scope.db.$count(messages, all(scope, found)) : 0);
  return { ids: rows.map(({ id }) => id), total };
}

/** Of everybody's messages that `where` finds the last, newest first. What was found is counted as it is found. */
export async function lastOfEach({ db }: Scope, filter: MessageFilter, where: SQL | undefined): Promise<Chosen> {
  // When each was is found for all, which text it was for a page of them: sorting everything would take longer.
  const each = db
    .select({ contactId: messages.contactId, at: max(messages.at).as('last_at') })
    .from(messages)
    .where(where)
    .groupBy(messages.contactId)
    .as('each');
  const { limit, offset } = slice(filter);
  const chosen = db
    .select({ contactId: each.contactId, at: each.at, total: sql<number>`count(*) over ()::int`.as('total') })
    .from(each)
    .orderBy(desc(each.at), desc(each.contactId))
    .limit(limit)
    .offset(offset)
    .as('chosen');
  const last = db
    .select({ id: messages.id })
    .from(messages)
    .where(and(where, eq(messages.contactId, chosen.contactId), eq(messages.at, chosen.at)))
    .orderBy(desc(messages.id))
    .limit(1)
    .as('last');
  const rows = await db
    .select({ id: last.id, total: chosen.total })
    .from(chosen)
    .innerJoinLateral(last, sql`true`);
  const total = rows[0]?.total ?? (offset > 0 ? await db.$count(each) : 0);
  return { ids: rows.map(({ id }) => id), total };
}
