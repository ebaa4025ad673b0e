import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { AuditEntry, type AuditFilter, type AuditPage } from '#contract/audit.ts';

/** Writes that are remembered; older ones go. */
export const auditKept = 10_000;
/** The file is written anew once it has this many lines more than that. */
const slack = 10_000;

const Line = AuditEntry.extend({ account: z.string() });
type Line = z.output<typeof Line>;

/**
 * What was written through the gateway, the last `auditKept` of it, in memory and in `file`, one JSON a line; a later
 * line of the same id replaces the earlier one, so that what began and never ended reads `unknown`.
 */
export class AuditLog {
  readonly #file: string | undefined;
  readonly #lines = new Map<number, Line>();
  #ids = 0;
  #written = 0;

  constructor(file?: string) {
    this.#file = file;
    if (!file) return;
    for (const line of linesIn(file)) this.#keep(line);
    this.#rewrite();
  }

  /** A write is about to be sent. Until `end` it counts as unknown. */
  begin(account: string, entry: Omit<AuditEntry, 'id' | 'at' | 'outcome' | 'status' | 'reason'>): number {
    this.#ids += 1;
    const at = new Date().toISOString();
    this.#put({ ...entry, account, id: this.#ids, at, outcome: 'unknown', status: null, reason: null });
    return this.#ids;
  }

  end(id: number, found: Partial<Omit<AuditEntry, 'id' | 'at' | 'who' | 'operation'>>) {
    const line = this.#lines.get(id);
    if (line) this.#put({ ...line, ...found });
  }

  /** A page of the account's entries, newest first. */
  list(account: string, { q, who, resource, outcome, page, per_page }: AuditFilter): AuditPage {
    const own = [...this.#lines.values()].filter((line) => line.account === account).toReversed();
    const wanted = q?.trim().toLowerCase();
    const found = own.filter(
      (line) =>
        (!who || line.who === who) &&
        (!outcome || line.outcome === outcome) &&
        (!resource || line.operation.startsWith(`${resource}.`)) &&
        (!wanted || textOf(line).includes(wanted)),
    );
    const entries = found.slice((page - 1) * per_page, page * per_page).map(({ account: _account, ...entry }) => entry);
    return { entries, total: found.length, people: [...new Set(own.map((line) => line.who))].toSorted() };
  }

  #put(line: Line) {
    this.#keep(line);
    if (!this.#file) return;
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    this.#written += 1;
    if (this.#written > auditKept + slack) this.#rewrite();
  }

  #keep(line: Line) {
    this.#ids = Math.max(this.#ids, line.id);
    this.#lines.set(line.id, line);
    if (this.#lines.size > auditKept) this.#lines.delete(this.#lines.keys().next().value ?? 0);
  }

  /** By a new file that takes the old one's place, so that a kill loses nothing. */
  #rewrite() {
    if (!this.#file) return;
    const text = [...this.#lines.values()].map((line) => `${JSON.stringify(line)}\n`).join('');
    writeFileSync(`${this.#file}.new`, text, { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
    this.#written = this.#lines.size;
  }
}

const textOf = ({ who, operation, target, reason, changes }: Line) =>
  [who, operation, target, reason, ...changes.flatMap(({ field, before, after }) => [field, before, after])]
    .join('\n')
    .toLowerCase();

function linesIn(file: string): Line[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return []; // the first start
  }
  return text.split('\n').flatMap((line) => {
    try {
      return Line.safeParse(JSON.parse(line)).data ?? [];
    } catch {
      return []; // cut off by a kill
    }
  });
}
