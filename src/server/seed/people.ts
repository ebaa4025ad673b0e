import type { Random } from './random.ts';
import { cast, type CastMember } from './words/cast.ts';
import { firstNames, lastNames, rareNames } from './words/names.ts';
import { daily, open, type Script, settled } from './words/scripts.ts';
import { areaCodes, everyone, notes, towns, type Trade, trades } from './words/work.ts';

/** Someone the demo firm knows, before anything is stored. */
export type Person = {
  firstName: string | null;
  lastName: string | null;
  businessName: string | null;
  /** E.164 digits without the plus. */
  phone: string;
  lineType: 'mobile' | 'landline' | 'voip' | null;
  tags: string[];
  groups: string[];
  notes: string | null;
  flagged: boolean;
  /** Working minutes since the contact was made, at least. */
  known: number;
  leaves: 'opted_out' | 'blocked' | null;
  /** Which of the account's users texts with them, by place. */
  recruiter: number;
  /** What the words in braces of a script stand for. */
  fill: Record<string, string>;
  /** What was written, `ended` working minutes ago. */
  thread: Script;
  ended: number;
  unread: boolean;
};

/** `count` people, the cast first. */
export function makePeople(count: number, recruiters: readonly string[], random: Random): Person[] {
  const people = cast.slice(0, count).map((member) => fromCast(member, recruiters, random));
  const taken = new Set(cast.map(({ phone }) => phone));
  for (let place = 0; people.length < count; place += 1) {
    const phone = phoneAt(place);
    if (!taken.has(phone)) people.push(passerBy(people.length - cast.length, phone, recruiters, random));
  }
  return people;
}

/** Numbers of the exchange kept for fiction, 555: first 0100 to 0199 of every area code, then upwards. */
function phoneAt(place: number): string {
  const area = areaCodes[place % areaCodes.length];
  const nth = Math.floor(place / areaCodes.length);
  const line = Math.floor(nth / 100) * 100 + ((nth * 37) % 100) + 100;
  if (line > 9_998) throw new Error('The fictional exchange has no more numbers');
  return `1${area}555${String(line).padStart(4, '0')}`;
}

function fromCast(member: CastMember, recruiters: readonly string[], random: Random): Person {
  const trade = trades[0];
  if (!trade) throw new Error('No trade');
  const business = member.business ?? null;
  const recruiter = 0;
  const [firstName, lastName] = member.name;
  const days = Array.from({ length: member.days ?? 0 }, () => [...random.pick(daily), '-']).flat();
  return {
    firstName,
    lastName,
    businessName: business,
    phone: member.phone,
    lineType: member.lineType ?? 'mobile',
    tags: [...(member.tags ?? [])],
    groups: [...(member.groups ?? []), ...(member.leaves || !firstName ? [] : [everyone])],
    notes: member.notes ?? null,
    flagged: member.flagged ?? false,
    known: 6_500 + random.between(0, 60_000),
    leaves: member.leaves ?? null,
    recruiter,
    fill: fillFor(firstName, trade, business, recruiters[recruiter] ?? '', random),
    thread: [...days, ...(member.thread ?? [])],
    ended: member.ended ?? 0,
    unread: member.unread ?? false,
  };
}

function passerBy(place: number, phone: string, recruiters: readonly string[], random: Random): Person {
  const trade = tradeFor(random);
  const rare = place % 23 === 7 ? rareNames[Math.floor(place / 23) % rareNames.length] : undefined;
  const [firstName, lastName] = rare ?? [random.pick(firstNames), random.pick(lastNames)];
  const businessName = random.chance(0.6) ? random.pick(trade.businesses) : null;
  const recruiter = random.between(0, recruiters.length - 1);
  const leaves = random.chance(0.012) ? 'opted_out' : random.chance(0.006) ? 'blocked' : null;
  const landline = random.chance(0.03);
  return {
    firstName,
    lastName,
    businessName,
    phone,
    lineType: landline ? 'landline' : random.chance(0.08) ? null : random.chance(0.06) ? 'voip' : 'mobile',
    tags: random.sample(trade.tags, random.between(0, 3)),
    groups: [...random.sample(trade.groups, random.between(0, 2)), ...(random.chance(0.8) ? [everyone] : [])],
    notes: random.chance(0.08) ? random.pick(notes) : null,
    flagged: random.chance(0.03),
    known: random.between(30, 120_000),
    leaves,
    recruiter,
    fill: fillFor(firstName, trade, businessName, recruiters[recruiter] ?? '', random),
    ...(landline || leaves || !random.chance(0.36) ? silent : talk(random)),
  };
}

const silent = { thread: [], ended: 0, unread: false };

/** A conversation that ended some time in the last weeks, most of them lately; now and then an answer is due. */
function talk(random: Random) {
  const ended = 25 + Math.round(random.next() ** 1.9 * 15_000);
  const isOpen = ended < 2_400 && random.chance(0.4);
  const thread = [...random.pick(isOpen ? open : settled)];
  if (!isOpen && random.chance(0.03)) thread.push('! {first}, one more thing: please bring your own safety glasses.');
  if (!isOpen && ended < 1_200 && random.chance(0.12))
    thread.push('@ Reminder for {first}: {day} at {time}, {business}.');
  return { thread, ended, unread: isOpen && ended < 620 };
}

function tradeFor(random: Random): Trade {
  let left = random.next();
  for (const trade of trades) if ((left -= trade.share) < 0) return trade;
  return random.pick(trades);
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

const fillFor = (first: string | null, trade: Trade, business: string | null, me: string, random: Random) => ({
  first: first ?? 'there',
  me,
  business: business ?? random.pick(trade.businesses),
  role: random.pick(trade.roles),
  rate: random.pick(trade.rates),
  town: random.pick(towns),
  day: random.pick(weekdays),
  time: random.pick(['9 AM', '10:30 AM', '1 PM', '2:15 PM', '4 PM']),
  dock: String(random.between(1, 9)),
  crew: String(random.between(8, 18)),
});
