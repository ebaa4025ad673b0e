/** A refusal from the API, as the user may read it. `status` is the HTTP status; 0 means no answer came. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  /** Seconds until it is worth another try, where the service said so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, message: string, retryAfter?: number) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** Nobody knows whether the request took effect: no answer, or one from a proxy in between. */
  get outcomeUnknown(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 504;
  }
}

/** What was asked for does not exist, or no longer. */
export const isMissing = (error: unknown): boolean => error instanceof ApiError && error.status === 404;
