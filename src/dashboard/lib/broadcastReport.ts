import type { Contact } from '#contract/contacts.ts';
import type { Message } from '#contract/messages.ts';
import type { OptOut } from '#contract/optOuts.ts';
import { isInbound, personOf } from './conversation.ts';
import { isOptOutWord } from './optOutWords.ts';
import { personName } from './personName.ts';

export type Outcome = 'delivered' | 'failed' | 'waiting' | 'left_out';

/** What became of a broadcast for one person. */
export type ReportRow = {
  contactId: number;
  name: string;
  /** E.164 with the plus. */
  phone: string;
  outcome: Outcome;
  /** Why it failed, or why they were left out. */
  reason: string | null;
  /** When their text was made, ISO 8601. */
  at: string | null;
  reply: { text: string; at: string } | null;
  optedOutAt: string | null;
  /** Another try can reach them. */
  canRetry: boolean;
};

/** What is known so far. `members` is null when the group can't be read, `blocked` undefined while that isn't needed. */
export type ReportParts = {
  texts: readonly Message[];
  inbound: readonly Message[];
  /** Everything was read and the broadcast is over: who is missing was left out. */
  isWhole: boolean;
  members: readonly Contact[] | null;
  optOuts: readonly OptOut[];
  blocked: readonly string[] | undefined;
  endedAt: number;
};

/** One row for each person, in the order of their names. */
export function reportRows(parts: ReportParts): ReportRow[] {
  const { texts, members, isWhole } = parts;
  const contacts = new Map((members ?? []).map((contact) => [contact.id, contact]));
  const replies = repliesOf(parts.inbound);
  const optedOut = optOutsByPhone(parts.optOuts);
  const reached = new Map(texts.map((text) => [personOf(text).id, text]));
  const rows = [...reached.values()].map((text) =>
    textedRow(text, contacts.get(personOf(text).id), replies, optedOut, parts),
  );
  const missing = isWhole ? [...contacts.values()].filter(({ id }) => !reached.has(id)) : [];
  return [...rows, ...missing.map((contact) => leftOutRow(contact, parts))].toSorted(byName);
}

function textedRow(
  text: Message,
  contact: Contact | undefined,
  replies: ReadonlyMap<number, Message>,
  optedOut: ReadonlyMap<string, string>,
  { blocked }: ReportParts,
): ReportRow {
  const person = personOf(text);
  const reply = replies.get(person.id);
  const outcome = outcomeOf(text.status);
  const phone = withPlus(person.phone);
  const obstacle = contact ? obstacleOf(contact, blocked) : null;
  const optedOutAt = optedOut.get(phone) ?? null;
  return {
    contactId: person.id,
    name: (contact && personName(contact)) || named(person.name, phone),
    phone,
    outcome,
    reason: outcome === 'failed' ? (obstacle ?? 'Not delivered by the carrier') : null,
    at: text.created_at,
    reply: reply ? { text: reply.content, at: reply.created_at } : null,
    optedOutAt,
    canRetry: outcome === 'failed' && obstacle === null && optedOutAt === null,
  };
}

const leftOutRow = (contact: Contact, { blocked, endedAt }: ReportParts): ReportRow => ({
  contactId: contact.id,
  name: personName(contact),
  phone: withPlus(contact.phone),
  outcome: 'left_out',
  reason:
    obstacleOf(contact, blocked) ??
    (Date.parse(contact.created_at) > endedAt
      ? 'Came after it went out'
      : 'Was not in the group then, or the reason is over'),
  at: null,
  reply: null,
  optedOutAt: null,
  canRetry: false,
});

/** Why nobody can text this number. */
function obstacleOf(contact: Contact, blocked: ReportParts['blocked']): string | null {
  if (contact.opted_out) return 'Opted out';
  if (blocked?.includes(withPlus(contact.phone))) return 'Blocked';
  return contact.line_type === 'landline' ? 'Landline' : null;
}

function outcomeOf(status: string): Outcome {
  if (status === 'delivered') return 'delivered';
  return ['failed', 'undelivered', 'rejected'].includes(status) ? 'failed' : 'waiting';
}

/** The first thing each person wrote; asking to be left alone is no reply. */
function repliesOf(inbound: readonly Message[]): Map<number, Message> {
  const first = new Map<number, Message>();
  for (const message of inbound) {
    if (!isInbound(message) || isOptOutWord(message.content)) continue;
    const { id } = personOf(message);
    const known = first.get(id);
    if (!known || Date.parse(message.created_at) < Date.parse(known.created_at)) first.set(id, message);
  }
  return first;
}

const optOutsByPhone = (optOuts: readonly OptOut[]) =>
  new Map(optOuts.filter(({ opt_in }) => !opt_in).map(({ phone, updated_at }) => [withPlus(phone), updated_at]));

const withPlus = (phone: string) => (phone.startsWith('+') ? phone : `+${phone}`);
const named = (name: string, phone: string) => (name.replace(/\D/g, '') === phone.replace(/\D/g, '') ? '' : name);

const names = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
const byName = (a: ReportRow, b: ReportRow) =>
  Number(a.name === '') - Number(b.name === '') || names.compare(a.name, b.name) || names.compare(a.phone, b.phone);

/** Which people a report shows. */
export const shows = {
  delivered: (row: ReportRow) => row.outcome === 'delivered',
  failed: (row: ReportRow) => row.outcome === 'failed',
  waiting: (row: ReportRow) => row.outcome === 'waiting',
  replied: (row: ReportRow) => row.reply !== null,
  opted_out: (row: ReportRow) => row.optedOutAt !== null,
  left_out: (row: ReportRow) => row.outcome === 'left_out',
} as const;
export type Show = keyof typeof shows;

/** Whether a row has the words: in the name, the number, the reason or the reply. */
export function hasWords({ name, phone, reason, reply }: ReportRow, words: string): boolean {
  const sought = words.trim().toLowerCase();
  const digits = sought.replace(/\D/g, '');
  const looksLikeNumber = digits.length >= 3 && /^[\d\s()+.-]+$/.test(sought);
  return (
    (looksLikeNumber && phone.includes(digits)) ||
    [name, reason, reply?.text].some((text) => text?.toLowerCase().includes(sought))
  );
}

export const outcomeWords: Record<Outcome, string> = {
  delivered: 'Delivered',
  failed: 'Failed',
  waiting: 'On its way',
  left_out: 'Left out',
};
