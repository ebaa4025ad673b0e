/** Seconds that `Retry-After` asks to wait, given as seconds or as a date; undefined when it says neither. */
export function retryAfter(headers: Headers, now = Date.now()): number | undefined {
  const stated = headers.get('Retry-After')?.trim();
  if (!stated) return undefined;
  if (/^\d+$/.test(stated)) return Number(stated);
  const at = Date.parse(stated);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
