/**
 * True for a request target that means the same to everyone who reads it: a path from the root, without dot segments,
 * empty segments, backslashes, control characters, or escapes of any of these. Proxies have been led astray by each.
 */
export function isPlainTarget(target: string): boolean {
  const [path = ''] = target.split('?', 1);
  if (!path.startsWith('/') || /[^\x21-\x7e]|\\|#/.test(target)) return false;
  if (/\/\/|%(2f|5c|2e|25|[01][0-9a-f]|7f)/i.test(path)) return false;
  return !/\/\.{1,2}(\/|;|$)/.test(path);
}
