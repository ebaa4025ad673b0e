import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type KeptReply, ownReply } from './keptReply.ts';
import { OwnTable } from './ownTable.ts';
import { Unanswered } from './upstream.ts';

const keptHours = 24;
/** A process that died while it waited for an answer leaves its key so; by then nobody waits any more. */
const sendingAtMostS = 90;
/** So often, in keys, the oldest are deleted. */
const pruneEvery = 500;

/** The lock: two may start at once. */
const schema = `
  select pg_advisory_xact_lock(hashtext('switchboard_drafts'));
  create table if not exists gateway_drafts (
    name text primary key,
    content text not null,
    fate text not null,
    reply jsonb,
    at timestamptz not null default now()
  );
  insert into gateway_drafts (name, content, fate, at) values ('', '', 'never', now()) on conflict do nothing;`;

const Row = z.object({
  content: z.string(),
  fate: z.enum(['sending', 'sent', 'unknown', 'never']),
  reply: z.object({ status: z.number(), body: z.unknown() }).nullable(),
});

/** What became of a key. `reply` is there when `sent`, unless it holds a secret. */
export type Known = { content: string; fate: z.output<typeof Row>['fate']; reply: KeptReply | null };

/** The draft keys of all gateway processes on one PostgreSQL, so that what one has taken no other takes. */
export class DraftTable {
  readonly #table: OwnTable;
  #claims = 0;

  constructor(connectionString: string) {
    this.#table = new OwnTable(connectionString, { schema, connections: 2 });
  }

  /**
   * Takes a key that nobody has; answers null, or what became of it. Throws `Unanswered` (503) while the database is
   * away: then nobody can say whether it was taken.
   */
  async claim(name: string, content: string, fate: 'sending' | 'never'): Promise<Known | null> {
    try {
      const values = [keyOf(name), content, fate];
      const { rowCount } = await this.#table.query(
        'insert into gateway_drafts (name, content, fate) values ($1, $2, $3) on conflict do nothing',
        values,
      );
      if (rowCount === 0) return await this.find(name);
      this.#claims += 1;
      if (this.#claims % pruneEvery === 0) void this.#prune().catch(() => undefined);
      return null;
    } catch (cause) {
      throw new Unanswered(503, 'The database of this installation is away. Nothing was sent.', { cause });
    }
  }

  /** What became of a key; `unknown` also for one that is there no longer. */
  async find(name: string): Promise<Known> {
    const { rows } = await this.#table.query(
      `select content, reply, case when fate = 'sending' and at < now() - $2 * interval '1 second' then 'unknown'
         else fate end as fate from gateway_drafts where name = $1`,
      [keyOf(name), sendingAtMostS],
    );
    const row = Row.safeParse(rows[0]);
    if (!row.success) return { content: '', fate: 'unknown', reply: null };
    const { reply, ...rest } = row.data;
    return { ...rest, reply: reply && ownReply(reply.status, reply.body) };
  }

  /** Writes down what became of a taken key; never throws, as it has happened by then. */
  async settle(name: string, fate: 'sent' | 'unknown', reply?: { status: number; body: unknown }): Promise<void> {
    const text = reply ? JSON.stringify(reply) : null;
    // What holds a secret is not kept.
    const kept = text?.includes('"secret"') || text?.includes(String.raw`\u0000`) ? null : text;
    await this.#table
      .query('update gateway_drafts set fate = $2, reply = $3 where name = $1', [keyOf(name), fate, kept])
      .catch(() => undefined);
  }

  /** Gives a key back: nothing was done under it. */
  async free(name: string): Promise<void> {
    await this.#table.query('delete from gateway_drafts where name = $1', [keyOf(name)]).catch(() => undefined);
  }

  /** Since when every key that was taken is here, in milliseconds since 1970. */
  async since(): Promise<number> {
    const { rows } = await this.#table.query<{ at: Date }>(`select at from gateway_drafts where name = ''`);
    return Math.max(rows[0]?.at.getTime() ?? Date.now(), Date.now() - keptHours * 3_600_000);
  }

  close(): Promise<void> {
    return this.#table.close();
  }

  #prune = () =>
    this.#table.query(`delete from gateway_drafts where name <> '' and at < now() - $1 * interval '1 hour'`, [
      keptHours,
    ]);
}

/** Names hold who sends: the table needs to tell them apart, not to know them. */
const keyOf = (name: string) => createHash('sha256').update(name).digest('base64url');
