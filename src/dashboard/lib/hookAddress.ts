import { limits } from '#contract/common.ts';

const PRIVATE_NAME = /^[^.]+$|\.(local|internal|intranet|lan|home|corp|private|home\.arpa)$/i;
const LOCAL = /(^|\.)localhost$|^127\.|^\[?::1\]?$/i;
const PRIVATE_ADDRESS = /^(0|10|169\.254|172\.(1[6-9]|2\d|3[01])|192\.168|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;

/**
 * Why a web hook can't post to `text`, as the person who typed it may read it; null when nothing is wrong with its
 * form. `loopback`: this computer may be posted to.
 */
export function hookAddressProblem(text: string, { loopback }: { loopback: boolean }): string | null {
  const typed = text.trim();
  if (typed === '') return 'Type the address that is to be called, e.g. https://example.com/textus.';
  if (typed.length > limits.urlLength) return `Too long: an address has at most ${limits.urlLength} characters.`;
  if (/\s/.test(typed)) return 'An address has no spaces.';
  if (!/^[a-z][a-z\d+.-]*:/i.test(typed)) return 'Begin with https://.';
  if (!URL.canParse(typed)) return 'This is no complete address. It looks like https://example.com/textus.';
  const { protocol, hostname, username, password } = new URL(typed);
  if (protocol !== 'https:' && protocol !== 'http:') return 'Only https:// and http:// addresses can be called.';
  if (username || password)
    return 'Leave the login out: it would be stored in plain text. The signature proves who calls.';
  if (LOCAL.test(hostname)) {
    return loopback ? null : 'This leads to the service’s own computer. Use an address that the internet reaches.';
  }
  if (PRIVATE_ADDRESS.test(hostname) || (!hostname.startsWith('[') && PRIVATE_NAME.test(hostname))) {
    return 'This leads into a private network, where the service can’t go. Use an address that the internet reaches.';
  }
  return null;
}

/** What is allowed, and still worth knowing. */
export function hookAddressWarning(text: string): string | null {
  const typed = text.trim();
  if (!URL.canParse(typed)) return null;
  const { protocol, hostname } = new URL(typed);
  return protocol === 'http:' && !LOCAL.test(hostname)
    ? 'Over http:// everybody on the way can read the texts. Prefer https://.'
    : null;
}

/** What a hook is called where there is room for little: its host, without `www.`. */
export function hookName(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url;
}
