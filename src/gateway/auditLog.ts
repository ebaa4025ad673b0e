import { z } from 'zod';
import { AuditEntry, type AuditFilter, type AuditPage } from '#contract/audit.ts';

/** Writes that are remembered of each account; older ones go. */
export const auditKept = 10_000;

/** What is known of a write before it is sent. */
export type Begun = Omit<AuditEntry, 'id' | 'at' | 'outcome' | 'status' | 'reason'>;
/** What is learned of a write by its answer. */
export type Ended = Partial<Omit<AuditEntry, 'id' | 'at' | 'who' | 'operation'>>;

/** What was written through the gateway, the last `auditKept` of each account. */
export type AuditLog = {
  /** A write is about to be sent. Until what this answers is called, also after a restart, it counts as unknown. */
  begin(account: string, begun: Begun): Promise<(ended: Ended) => Promise<void>>;
  /** A page of the account's entries, newest first. */
  list(account: string, filter: AuditFilter): Promise<AuditPage>;
};

/** An entry as it is stored. */
export const AuditLine = z.object({ ...AuditEntry.shape, account: z.string() });
export type AuditLine = z.output<typeof AuditLine>;

/** A write that was only just begun. */
export const unknownYet = (begun: Begun) => ({
  ...begun,
  at: new Date().toISOString(),
  outcome: 'unknown' as const,
  status: null,
  reason: null,
});

/** What a search looks through, in small letters. */
export const wordsOf = ({ who, operation, target, reason, changes }: Omit<AuditEntry, 'id'>) =>
  [who, operation, target, reason, ...changes.flatMap(({ field, before, after }) => [field, before, after])]
    .join('\n')
    .toLowerCase();
