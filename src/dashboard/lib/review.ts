import type { Contact } from '#contract/contacts.ts';
import { fillMergeFields, sign } from '#contract/mergeFields.ts';
import { mergeFields } from './mergeFields.ts';
import { zonesOf } from './phoneZones.ts';
import { isQuiet } from './quietHours.ts';
import { segmentCount } from './segments.ts';

/** Why somebody in the group gets nothing. */
export type Reason = 'opted_out' | 'blocked' | 'landline' | 'invalid';
export const reasons: readonly Reason[] = ['opted_out', 'landline', 'blocked', 'invalid'];

type FieldName = (typeof mergeFields)[number]['name'];

/** Everybody in the chosen groups, each once, and the numbers of the organisation that may not be texted. */
export type People = {
  contacts: readonly Contact[];
  /** Which of the groups each contact is in. */
  groupsOf: ReadonlyMap<number, readonly number[]>;
  optedOut: ReadonlySet<string>;
  blocked: ReadonlySet<string>;
};

/** One who gets the text, as they will read it. */
export type Recipient = {
  contact: Contact;
  text: string;
  segments: number;
  /** The fields of the text that they have nothing for. */
  missing: readonly FieldName[];
  /** Where they may be, by their number; none when nobody knows. */
  zones: readonly string[];
  /** How many times they get it: once for each chosen group that they are in. */
  copies: number;
};

export type LeftOut = { contact: Contact; reason: Reason };

export type Review = {
  reached: readonly Recipient[];
  leftOut: readonly LeftOut[];
  /** Texts in all: more than people where somebody is in several groups. */
  texts: number;
  segments: number;
  /** How many texts take how many segments, few first. */
  bySegments: readonly (readonly [segments: number, texts: number])[];
  /** Each field that some have nothing for, and how many. */
  missing: readonly { name: FieldName; label: string; people: number }[];
  /** Those who get it more than once. */
  repeated: number;
};

/** Why a contact gets nothing; null when they do. What the service skips, and numbers that are none. */
export function reasonFor({ phone, opted_out, line_type }: Contact, { optedOut, blocked }: People): Reason | null {
  const digits = phone.replace(/\D/g, '');
  if (!/^[1-9]\d{6,14}$/.test(digits)) return 'invalid';
  if (opted_out || optedOut.has(digits)) return 'opted_out';
  if (blocked.has(digits)) return 'blocked';
  return line_type === 'landline' ? 'landline' : null;
}

/** Who gets what, and who does not and why, when `text` goes out with `signature` below it. */
export function reviewOf(people: People, text: string, signature: string | null): Review {
  const used = mergeFields.filter(({ name }) => new RegExp(`\\{\\{\\s*contact\\.${name}\\s*\\}\\}`).test(text));
  const reached: Recipient[] = [];
  const leftOut: LeftOut[] = [];
  for (const contact of people.contacts) {
    const reason = reasonFor(contact, people);
    if (reason) leftOut.push({ contact, reason });
    else {
      const read = sign(fillMergeFields(text, contact), signature);
      reached.push({
        contact,
        text: read,
        segments: segmentCount(read),
        missing: used.filter(({ name }) => !contact[name]?.trim()).map(({ name }) => name),
        zones: zonesOf(contact.phone),
        copies: people.groupsOf.get(contact.id)?.length ?? 1,
      });
    }
  }
  return { reached, leftOut, ...totalsOf(reached, used) };
}

function totalsOf(reached: readonly Recipient[], used: readonly (typeof mergeFields)[number][]) {
  const bySegments = new Map<number, number>();
  let [texts, segments, repeated] = [0, 0, 0];
  for (const each of reached) {
    texts += each.copies;
    segments += each.segments * each.copies;
    if (each.copies > 1) repeated += 1;
    bySegments.set(each.segments, (bySegments.get(each.segments) ?? 0) + each.copies);
  }
  const missing = used
    .map(({ name, label }) => ({
      name,
      label,
      people: reached.filter((each) => each.missing.includes(name)).length,
    }))
    .filter(({ people }) => people > 0);
  return { texts, segments, repeated, missing, bySegments: [...bySegments].toSorted(([a], [b]) => a - b) };
}

/** Those whom it reaches in their quiet hours, when it goes out `at`: in any zone that their number may be in. */
export function quietOnes(reached: readonly Recipient[], at: Date): Recipient[] {
  const quiet = new Map<string, boolean>();
  const isQuietIn = (zone: string) => {
    const known = quiet.get(zone) ?? isQuiet(at, zone);
    quiet.set(zone, known);
    return known;
  };
  return reached.filter(({ zones }) => zones.some(isQuietIn));
}

/** Every zone that somebody may be in. */
export const zonesAmong = (reached: readonly Recipient[]): string[] => [
  ...new Set(reached.flatMap(({ zones }) => zones)),
];

/** How a text reads around a field that is empty: `Hi ,`. */
export function aroundMissing(text: string, name: string): string {
  const match = new RegExp(`\\{\\{\\s*contact\\.${name}\\s*\\}\\}`).exec(text);
  if (!match) return '';
  const nobody = { first_name: '', last_name: '', business_name: '' };
  const before = fillMergeFields(text.slice(0, match.index), nobody).split('\n').at(-1) ?? '';
  const after = fillMergeFields(text.slice(match.index + match[0].length), nobody).split('\n')[0] ?? '';
  return `${before.slice(-16)}${/^\S?/u.exec(after)?.[0] ?? ''}`.trim();
}
