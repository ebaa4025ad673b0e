import type { Message } from '#contract/messages.ts';

/** The person at the other end of a text, as the text itself tells. */
export type Person = { id: number; name: string; phone: string };

export const isInbound = (message: Pick<Message, 'sender_type'>) => message.sender_type === 'Contact';

/** The contact a text belongs to, whichever way it went. */
export const personOf = (message: Message): Person =>
  isInbound(message)
    ? { id: message.sender_id, name: message.sender_name.trim(), phone: message.sender_phone }
    : { id: message.receiver_id, name: message.receiver_name.trim(), phone: message.receiver_phone };

/** Not gone out yet: it waits for its time, or was held because its time was missed. */
export const isPending = ({ status }: Pick<Message, 'status'>) => status === 'scheduled' || status === 'held';

/** Came in and nobody has read it. */
export const isUnread = (message: Pick<Message, 'sender_type' | 'read'>) => isInbound(message) && !message.read;

/** Where a text stands in its thread: when it went out or came in; while it waits, when it was made; 0 where nobody says. */
export const standsAt = (message: Message) =>
  Date.parse((isPending(message) ? null : message.deliver_at) ?? message.created_at) || 0;

/** Sorts newest first. */
export const byNewest = (a: Message, b: Message) => standsAt(b) - standsAt(a) || b.id - a.id;

/** Addresses of the pictures that came with a text; those of our own server as a path of this origin. */
export const imagesOf = ({ image_url, media_urls }: Pick<Message, 'image_url' | 'media_urls'>): string[] => [
  ...new Set([...(image_url ? [image_url] : []), ...(media_urls ?? [])].map(shownAddress).filter((url) => url !== '')),
];

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Only http and https are shown; a picture of the embedded server is read through the gateway. */
function shownAddress(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, hostname, pathname, href } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return '';
  const isOurs = LOOPBACK.test(hostname) && /^\/media\/[\w-]{16,64}$/.test(pathname);
  return isOurs ? pathname : href;
}
