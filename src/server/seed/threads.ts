import type { MessageStatus } from '#contract/messages.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import type { Workdays } from './workdays.ts';

/** One message of the demo, before it is stored. */
export type Text = {
  person: Person;
  inbound: boolean;
  content: string;
  status: MessageStatus;
  failure: string | null;
  read: boolean;
  auto: boolean;
  image: boolean;
  /** Which of the sent broadcasts it belongs to, by place. */
  broadcast: number | null;
  deliverAt: Date | null;
  at: Date;
};

/** A text of ours that arrived: what the others are told apart from. */
export const sentText = (person: Person, content: string, at: Date): Text => ({
  person,
  inbound: false,
  content,
  status: 'delivered',
  failure: null,
  read: false,
  auto: false,
  image: false,
  broadcast: null,
  deliverAt: null,
  at,
});

export const receivedText = (person: Person, content: string, at: Date): Text => ({
  ...sentText(person, content, at),
  inbound: true,
  status: 'received',
  read: true,
});

/** The person's conversation, oldest first. Moves `person.known` back to before it began. */
export function conversation(person: Person, days: Workdays, random: Random): Text[] {
  const lines = person.thread.map((line) => [line.charAt(0), filled(line.slice(2), person)] as const);
  const texts: Text[] = [];
  let ago = person.ended;
  // From the last line back to the first, so that it ends when it should.
  for (const [kind, content] of lines.toReversed()) {
    if (kind === '-') {
      ago += random.between(280, 620);
      continue;
    }
    texts.push(textOf(kind, content, person, ago, days, random));
    ago += kind === '<' || kind === '#' ? random.between(2, 45) : random.between(1, 12);
  }
  person.known = Math.max(person.known, ago + random.between(4, 200));
  texts.reverse();
  const last = texts.findLastIndex(({ status }) => status === 'received');
  return texts.map((text, place) => (place === last && person.unread ? { ...text, read: false } : text));
}

function textOf(kind: string, content: string, person: Person, ago: number, days: Workdays, random: Random): Text {
  const at = days.ago(ago + random.next());
  switch (kind) {
    case '<':
      return receivedText(person, content, at);
    case '#':
      return { ...receivedText(person, content, at), image: true };
    case '!':
      return { ...sentText(person, content, at), status: 'failed', failure: 'The number is not in service.' };
    case '@':
      return {
        ...sentText(person, content, at),
        status: 'scheduled',
        deliverAt: days.ahead(random.between(1, 3), random.between(8, 16), random.pick([0, 15, 30])),
      };
    case '*':
      return { ...sentText(person, content, at), auto: true };
    default:
      return sentText(person, content, at);
  }
}

const filled = (line: string, { fill }: Person) =>
  line.replace(/(?<!\{)\{(\w+)\}/g, (braces, word: string) => fill[word] ?? braces);
