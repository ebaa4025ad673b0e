import { z } from 'zod';
import { Timestamp } from './common.ts';

/** `done`; `refused` by the service with a reason; `failed` in the service; `unknown`: no answer came. */
export const AuditOutcome = z.enum(['done', 'refused', 'failed', 'unknown']);
export type AuditOutcome = z.output<typeof AuditOutcome>;

/** One field before and after; null where it was not there or nobody knew. */
export const AuditChange = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });
export type AuditChange = z.output<typeof AuditChange>;

/** One write that somebody made through the gateway. Holds no secret. */
export const AuditEntry = z.object({
  id: z.int().positive(),
  at: Timestamp,
  who: z.string(),
  /** A name of the contract, e.g. `contacts.update`. */
  operation: z.string(),
  /** The id in the path, or of what was made. */
  target: z.number().nullable(),
  outcome: AuditOutcome,
  /** HTTP status of the answer; null when none came. */
  status: z.number().nullable(),
  /** Why it was refused or failed. */
  reason: z.string().nullable(),
  changes: AuditChange.array(),
});
export type AuditEntry = z.output<typeof AuditEntry>;

/** `GET /session/writes` of the session's account, newest first. */
export const AuditFilter = z.object({
  q: z.string().max(255).optional(),
  who: z.string().max(255).optional(),
  resource: z.string().max(64).optional(),
  outcome: AuditOutcome.optional(),
  /** Only entries older than the one with this id: for reading on while new ones come in. */
  before: z.coerce.number().int().positive().optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  per_page: z.coerce.number().int().min(1).max(1_000).default(50),
});
export type AuditFilter = z.output<typeof AuditFilter>;

/** `people`: everybody who is in the account's log, for the filter. */
export const AuditPage = z.object({ entries: AuditEntry.array(), total: z.int(), people: z.string().array() });
export type AuditPage = z.output<typeof AuditPage>;
