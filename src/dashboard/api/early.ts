declare global {
  interface Window {
    /** Answers to what was asked before the code was here, by address. */
    asked?: Map<string, Promise<Response>>;
  }
}

/**
 * The answer to what index.html asked for before the code was here (see `first/first.ts`); each is given once. None to
 * what was not asked, failed, or was of another session than now: that is to be asked for again. Rejects with a
 * `TimeoutError` after `ms`.
 */
export async function early(address: string, ms: number): Promise<Response | undefined> {
  const answer = window.asked?.get(address)?.catch(() => undefined);
  if (!answer) return undefined;
  window.asked?.delete(address);
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), ms);
  const response = await Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
  return response?.status === 401 ? undefined : response;
}
