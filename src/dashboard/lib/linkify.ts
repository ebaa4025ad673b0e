/** A stretch of text, or a web address in it with where it leads. */
export type Stretch = { text: string; href?: string };

const ADDRESS = /https?:\/\/[^\s<>"'`\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gi;
const TRAILING = /[.,!?;:)\]}…’”]+$/;

/** Cuts a text into plain stretches and addresses. Only http and https become links, and only if they parse. */
export function linkify(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const shown = withoutTrailing(found);
    if (!isWebAddress(shown)) continue;
    if (index > from) stretches.push({ text: text.slice(from, index) });
    stretches.push({ text: shown, href: shown });
    from = index + shown.length;
  }
  if (from < text.length) stretches.push({ text: text.slice(from) });
  return stretches;
}

/** A full stop or bracket that ends the sentence is not part of the address; a bracket that it opened is. */
function withoutTrailing(address: string): string {
  const [tail = ''] = TRAILING.exec(address) ?? [];
  const cut = address.slice(0, address.length - tail.length);
  return tail.startsWith(')') && cut.includes('(') && !cut.includes(')') ? `${cut})` : cut;
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  // An address that carries a name before the host is how a false host is made to look true.
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '' && username === '' && password === '';
}
