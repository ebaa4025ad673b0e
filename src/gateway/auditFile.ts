import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { AuditFilter, AuditPage } from '#contract/audit.ts';
import { auditKept, AuditLine, type AuditLog, type Begun, unknownYet, wordsOf } from './auditLog.ts';

/** The file is written anew once it has this many lines more than are kept. */
const slack = 10_000;

/**
 * The audit of one process, in memory and in `file`, one JSON a line; a later line of the same id replaces the earlier
 * one, so that what began and never ended reads `unknown`.
 */
export class AuditFile implements AuditLog {
  readonly #file: string | undefined;
  /** By account, then id, the oldest first. */
  readonly #accounts = new Map<string, Map<number, AuditLine>>();
  #ids = 0;
  #written = 0;

  /** Throws where `file` can't be written. */
  constructor(file?: string) {
    this.#file = file;
    if (!file) return;
    for (const line of linesIn(file)) this.#keep(line);
    this.#rewrite();
  }

  begin(account: string, begun: Begun) {
    this.#ids += 1;
    const line: AuditLine = { ...unknownYet(begun), id: this.#ids, account };
    this.#put(line);
    return Promise.resolve((ended: Partial<AuditLine>) => {
      if (this.#accounts.get(account)?.has(line.id)) this.#put({ ...line, ...ended });
      return Promise.resolve();
    });
  }

  list(account: string, { q, who, resource, outcome, before, page, per_page }: AuditFilter): Promise<AuditPage> {
    const own = [...(this.#accounts.get(account)?.values() ?? [])].toReversed();
    const wanted = q?.trim().toLowerCase();
    const found = own.filter(
      (line) =>
        (!who || line.who === who) &&
        (!outcome || line.outcome === outcome) &&
        (!before || line.id < before) &&
        (!resource || line.operation.startsWith(`${resource}.`)) &&
        (!wanted || wordsOf(line).includes(wanted)),
    );
    const entries = found.slice((page - 1) * per_page, page * per_page).map(({ account: _account, ...entry }) => entry);
    const people = [...new Set(own.map((line) => line.who))].toSorted();
    return Promise.resolve({ entries, total: found.length, people });
  }

  #put(line: AuditLine) {
    this.#keep(line);
    if (!this.#file) return;
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    this.#written += 1;
    if (this.#written > this.#kept() + slack) this.#rewrite();
  }

  #keep(line: AuditLine) {
    this.#ids = Math.max(this.#ids, line.id);
    const lines = this.#accounts.get(line.account) ?? new Map<number, AuditLine>();
    this.#accounts.set(line.account, lines.set(line.id, line));
    if (lines.size > auditKept) lines.delete(lines.keys().next().value ?? 0);
  }

  #kept = () => [...this.#accounts.values()].reduce((sum, { size }) => sum + size, 0);

  /** By a new file that takes the old one's place, so that a kill loses nothing. */
  #rewrite() {
    if (!this.#file) return;
    const lines = [...this.#accounts.values()].flatMap((own) => [...own.values()]);
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    writeFileSync(`${this.#file}.new`, text, { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
    this.#written = lines.length;
  }
}

function linesIn(file: string): AuditLine[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return []; // the first start
  }
  return text.split('\n').flatMap((line) => {
    try {
      return AuditLine.safeParse(JSON.parse(line)).data ?? [];
    } catch {
      return []; // cut off by a kill
    }
  });
}
