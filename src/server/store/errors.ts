/** A refusal of the API: its status and the sentence of `{"error": "…"}`. */
export class Refused extends Error {
  override name = 'Refused';
  readonly status: 403 | 404 | 415 | 422 | 429;
  /** Headers that say more, e.g. when to come back. */
  readonly headers: Record<string, string>;
  constructor(status: Refused['status'], message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** 404, also for what belongs to another tenant. `what` as people say it: "Contact". */
export const notFound = (what: string) => new Refused(404, `${what} not found`);

/** 422 in the reference's wording: `invalid('Phone', 'has already been taken')`. */
export const invalid = (field: string, problem: string) => new Refused(422, `Validation failed: ${field} ${problem}`);

/** 403: the user's role does not allow it. */
export const forbidden = (message: string) => new Refused(403, message);

/** 429: too much was asked; `waitS` says in how many seconds it may be asked again. */
export const tooMany = (message: string, waitS: number) =>
  new Refused(429, message, { 'Retry-After': String(Math.max(1, Math.ceil(waitS))) });

/** True when `error` is PostgreSQL's unique_violation, of index `index` where one is named. */
function violatesUnique(error: unknown, index?: string): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error) || !('code' in cause) || cause.code !== '23505') return false;
  return index === undefined || ('constraint' in cause && cause.constraint === index);
}

/** For `catch`: 422 `<field> has already been taken` when the unique index `index` was violated; else what it was. */
export const refuseTaken =
  (index: string, field: string) =>
  (error: unknown): never => {
    throw violatesUnique(error, index) ? invalid(field, 'has already been taken') : error;
  };
