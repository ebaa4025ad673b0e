import { z } from 'zod/mini';
import { Timestamp } from './common.ts';

/** `done`; `refused` by the service with a reason; `failed` in the service; `unknown`: no answer came. */
export const AuditOutcome = z.enum(['done', 'refused', 'failed', 'unknown']);
export type AuditOutcome = z.output<typeof AuditOutcome>;

/** One field before and after; null where it was not there or nobody knew. */
export const AuditChange = z.object({
  field: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});
export type AuditChange = z.output<typeof AuditChange>;

/** One write that somebody made through the gateway. Holds no secret. */
export const AuditEntry = z.object({
  id: z.int().check(z.positive()),
  at: Timestamp,
  who: z.string(),
  /** A name of the contract, e.g. `contacts.update`. */
  operation: z.string(),
  /** The id in the path, or of what was made. */
  target: z.nullable(z.number()),
  outcome: AuditOutcome,
  /** HTTP status of the answer; null when none came. */
  status: z.nullable(z.number()),
  /** Why it was refused or failed. */
  reason: z.nullable(z.string()),
  changes: z.array(AuditChange),
});
export type AuditEntry = z.output<typeof AuditEntry>;

/** `GET /session/writes` of the session's account, newest first. */
export const AuditFilter = z.object({
  q: z.optional(z.string().check(z.maxLength(255))),
  who: z.optional(z.string().check(z.maxLength(255))),
  resource: z.optional(z.string().check(z.maxLength(64))),
  outcome: z.optional(AuditOutcome),
  /** Only entries older than the one with this id: for reading on while new ones come in. */
  before: z.optional(z.coerce.number().check(z.int(), z.positive())),
  page: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000)), 1),
  per_page: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(1_000)), 50),
});
export type AuditFilter = z.output<typeof AuditFilter>;

/** `people`: everybody who is in the account's log, for the filter. */
export const AuditPage = z.object({ entries: z.array(AuditEntry), total: z.int(), people: z.array(z.string()) });
export type AuditPage = z.output<typeof AuditPage>;
