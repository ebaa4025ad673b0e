import { fillMergeFields } from '#contract/mergeFields.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { receivedText, sentText, type Text } from './threads.ts';
import type { Workdays } from './workdays.ts';
import { broadcastAnswers, sentBroadcasts } from './words/wording.ts';

/** A broadcast that went out: its texts, and who was left out and why. */
export type SentBroadcast = {
  group: string;
  body: string;
  at: Date;
  texts: Text[];
  leftOut: { person: Person; reason: 'opted_out' | 'blocked' | 'landline' }[];
  /** What people answered, and the confirmations of those who opted out. */
  answers: Text[];
};

const confirmation =
  'You are unsubscribed from Northgate Staffing and will get no more texts. Reply START to get them again.';

/** Sends the demo's broadcasts, oldest first; who answers STOP has left when the next one goes out. */
export function sendBroadcasts(people: readonly Person[], days: Workdays, random: Random): SentBroadcast[] {
  return sentBroadcasts.map(({ group, body, ago }, place) => {
    const at = days.ago(ago);
    const sent: SentBroadcast = { group, body, at, texts: [], leftOut: [], answers: [] };
    for (const person of people) {
      if (!person.groups.includes(group) || person.known < ago) continue;
      const reason = person.leaves ?? (person.lineType === 'landline' ? 'landline' : null);
      if (reason) sent.leftOut.push({ person, reason });
      else reach(person, place, ago, sent, days, random);
    }
    return sent;
  });
}

function reach(person: Person, place: number, ago: number, sent: SentBroadcast, days: Workdays, random: Random) {
  const content = fillMergeFields(sent.body, mergeContact(person));
  const text = { ...sentText(person, content, days.ago(ago - random.next())), broadcast: place };
  const fails = person.phone.endsWith('0000') || random.chance(0.02);
  sent.texts.push(fails ? { ...text, status: 'failed', failure: 'The number is not in service.' } : text);
  if (fails || person.thread.length > 0) return;
  const answered = ago - random.between(2, Math.min(ago - 4, 150));
  if (random.chance(0.03)) {
    sent.answers.push(receivedText(person, random.pick(['STOP', 'Stop', 'stop.']), days.ago(answered)));
    sent.answers.push({ ...sentText(person, confirmation, days.ago(answered - 0.1)), auto: true });
    person.leaves = 'opted_out';
  } else if (random.chance(0.2)) {
    const answer = receivedText(person, random.pick(broadcastAnswers), days.ago(answered));
    sent.answers.push({ ...answer, read: ago > 600 || random.chance(0.5) });
  }
}

const mergeContact = ({ firstName, lastName, businessName }: Person) => ({
  first_name: firstName,
  last_name: lastName,
  business_name: businessName,
});
