import { randomUUID } from 'node:crypto';
import { AuditEntry, type AuditFilter, type AuditPage } from '#contract/audit.ts';
import { auditKept, type AuditLog, type Begun, type Ended, unknownYet, wordsOf } from './auditLog.ts';
import { OwnTable } from './ownTable.ts';

type Line = { key: string; account: string; entry: Omit<AuditEntry, 'id'> };

const retryMs = 1_000;
const atOnce = 500;
/** Lines that wait for a database that is away; beyond that the oldest are lost. */
const waitAtMost = 10_000;
/** So often, in writes, the oldest are deleted. */
const pruneEvery = 200;

/** The lock: two may start at once. */
const schema = `
  select pg_advisory_xact_lock(hashtext('switchboard_audit'));
  create table if not exists gateway_writes (
    id bigint generated always as identity primary key,
    key uuid not null unique,
    account text not null,
    who text not null,
    operation text not null,
    outcome text not null,
    words text not null,
    entry jsonb not null
  );
  create index if not exists gateway_writes_account on gateway_writes (account, id);`;

/** The audit that all processes on one PostgreSQL share. While it is away, writes go on and are written down later. */
export class AuditTable implements AuditLog {
  readonly #table: OwnTable;
  readonly #onProblem: (error: unknown) => void;
  readonly #waiting = new Map<string, Line>();
  #puts = 0;
  #closed = false;

  constructor(connectionString: string, onProblem: (error: unknown) => void) {
    this.#onProblem = onProblem;
    this.#table = new OwnTable(connectionString, { schema, connections: 1 });
  }

  async begin(account: string, begun: Begun) {
    const line: Line = { key: randomUUID(), account, entry: unknownYet(begun) };
    await this.#put(line);
    return (ended: Ended) => this.#put({ ...line, entry: { ...line.entry, ...ended } });
  }

  async list(account: string, { q, who, resource, outcome, before, page, per_page }: AuditFilter): Promise<AuditPage> {
    const where = `account = $1 and ($2::text is null or who = $2) and ($3::text is null or outcome = $3)
      and ($4::bigint is null or id < $4) and ($5::text is null or starts_with(operation, $5))
      and ($6::text is null or strpos(words, $6) > 0)`;
    const wanted = q?.trim().toLowerCase();
    const values = [account, who || null, outcome, before, resource && `${resource}.`, wanted && storable(wanted)];
    const [entries, total, people] = await Promise.all([
      this.#table.query<{ id: string; entry: object }>(
        `select id, entry from gateway_writes where ${where} order by id desc limit $7 offset $8`,
        [...values, per_page, (page - 1) * per_page],
      ),
      this.#table.query<{ count: number }>(`select count(*)::int as count from gateway_writes where ${where}`, values),
      this.#table.query<{ who: string }>('select distinct who from gateway_writes where account = $1', [account]),
    ]);
    return {
      entries: entries.rows.map(({ id, entry }) => AuditEntry.parse({ ...entry, id: Number(id) })),
      total: total.rows[0]?.count ?? 0,
      people: people.rows.map((row) => row.who).toSorted(),
    };
  }

  /** What still waits is tried once more. */
  async close() {
    this.#closed = true;
    await this.#store([...this.#waiting.values()]).catch(this.#onProblem);
    await this.#table.close();
  }

  async #put(line: Line): Promise<void> {
    if (this.#waiting.size === 0) {
      try {
        await this.#store([line]);
        this.#puts += 1;
        if (this.#puts % pruneEvery === 0) void this.#prune(line.account).catch(this.#onProblem);
        return;
      } catch (error) {
        this.#onProblem(error);
      }
    }
    if (this.#waiting.size === 0) this.#later();
    this.#waiting.set(line.key, line);
    if (this.#waiting.size > waitAtMost) this.#waiting.delete(this.#waiting.keys().next().value ?? '');
  }

  #later() {
    if (this.#closed) return;
    setTimeout(() => void this.#retry(), retryMs).unref();
  }

  async #retry() {
    const lines = [...this.#waiting.values()].slice(0, atOnce);
    // What came to its end meanwhile is written again.
    const stored = await this.#store(lines).then(
      () => lines.filter((line) => this.#waiting.get(line.key) === line),
      () => [],
    );
    for (const { key } of stored) this.#waiting.delete(key);
    if (this.#waiting.size > 0) this.#later();
  }

  async #store(lines: Line[]) {
    if (lines.length === 0) return;
    const rows = lines.map(({ key, account, entry }) => {
      const { who, operation, outcome } = entry;
      return { key, account, who, operation, outcome, words: wordsOf(entry), entry };
    });
    await this.#table.query(
      `insert into gateway_writes (key, account, who, operation, outcome, words, entry)
       select key, account, who, operation, outcome, words, entry from jsonb_to_recordset($1)
         as line (key uuid, account text, who text, operation text, outcome text, words text, entry jsonb)
       on conflict (key) do update set outcome = excluded.outcome, words = excluded.words, entry = excluded.entry`,
      [JSON.stringify(rows, (_name, value: unknown) => (typeof value === 'string' ? storable(value) : value))],
    );
  }

  #prune = (account: string) =>
    this.#table.query(
      `delete from gateway_writes where account = $1 and id <= (
         select id from gateway_writes where account = $1 order by id desc offset $2 limit 1)`,
      [account, auditKept],
    );
}

/** PostgreSQL keeps no NUL and no half of a character. */
const storable = (text: string) => text.replaceAll('\0', '\uFFFD').toWellFormed();
