import type { Message } from '#contract/messages.ts';
import { isInbound } from './conversation.ts';

/** A send whose answer never came: what was typed and by whom, and the newest text of the thread when it left. */
export type Sought = { content: string; after: number | null; sender?: string };

/**
 * The texts in a thread (newest first) that can be the one that was sent: outbound, newer than what was known then, and
 * with the words that were typed. Merge fields may have been filled in and a signature appended on the way.
 */
export function sightings(thread: readonly Message[], { content, after, sender }: Sought): Message[] {
  const known = after === null ? -1 : thread.findIndex(({ id }) => id === after);
  const newer = (known < 0 ? thread : thread.slice(0, known)).filter(({ id }) => after === null || id > after);
  const words = pattern(content);
  return newer.filter(
    (message) =>
      !isInbound(message) && message.broadcast_id === null && isFrom(message, sender) && words.test(message.content),
  );
}

/** `sender` is an id or an e-mail address, as it was given to the service. */
const isFrom = ({ sender_id, sender_email }: Message, sender: string | undefined) =>
  sender === undefined ||
  (/^\d+$/.test(sender)
    ? String(sender_id) === sender
    : !sender_email || sender_email.toLowerCase() === sender.toLowerCase());

const FIELD = /\{\{\s*contact\.\w+\s*\}\}/g;

/** Matches the typed text at the start, any value in place of a field, and any signature after it. */
function pattern(content: string): RegExp {
  const fixed = content
    .trim()
    .split(FIELD)
    .map((words) => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`^\\s*${fixed.join('[^]*?')}(\\s[^]*)?$`, 'u');
}
