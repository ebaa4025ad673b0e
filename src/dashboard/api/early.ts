declare global {
  interface Window {
    /** Answers to what was asked before the code was here, by address. */
    asked?: Map<string, Promise<Response>>;
  }
}

/**
 * The answer to what index.html asked for before the code was here (see `first/first.ts`); each is given once. One that
 * failed, or of another session than now, is asked for again.
 */
export async function early(request: Request, init?: RequestInit): Promise<Response> {
  const address = request.url.slice(location.origin.length);
  const isPlain = request.method === 'GET' && !request.headers.has('Cache-Control');
  const answer = isPlain ? window.asked?.get(address) : undefined;
  if (!answer) return fetch(request, init);
  window.asked?.delete(address);
  const response = await answer.catch(() => undefined);
  return response && response.status !== 401 ? response : fetch(request, init);
}
