import type { Script } from './scripts.ts';

/** Someone with a story of their own; the first ones a visitor meets in the inbox. */
export type CastMember = {
  name: readonly [first: string | null, last: string | null];
  phone: string;
  business?: string;
  tags?: readonly string[];
  groups?: readonly string[];
  notes?: string;
  flagged?: true;
  lineType?: 'landline' | 'voip';
  /** Asked not to be texted; blocked by us. */
  leaves?: 'opted_out' | 'blocked';
  /** Minutes of working time since the last line of `thread`. */
  ended?: number;
  thread?: Script;
  /** The last line is still to be read. */
  unread?: true;
  /** Days of the standing arrangement that come before `thread`. */
  days?: number;
};

export const cast: readonly CastMember[] = [
  {
    name: ['Dana', 'Reyes'],
    phone: '13035550142',
    business: 'Rocky Mountain Logistics',
    tags: ['forklift', 'weekends', 'bilingual'],
    groups: ['Denver warehouse', 'Alpine Cold Storage', 'Weekend crew'],
    notes:
      'Prefers mornings. Needs the bus line, so Brighton only with a ride. Rate floor $23. Reference from Theo (dock lead) is excellent.',
    ended: 3,
    thread: [
      '> Hi Dana, Alpine Cold needs people Saturday and Sunday, 6 AM to 2 PM, $24.50/hr. Are you free?',
      '< YES! I’m on second shift Friday but the weekend is fine',
      '-',
      '> Great. Can you send a photo of your forklift card?',
      '@ Reminder: Saturday 6 AM, Alpine Cold, dock 4.',
      '# Here it is, good through 2028. Is Saturday a 6 AM start?',
    ],
    unread: true,
  },
  {
    name: ['Marcus', 'Bell'],
    phone: '13035550109',
    business: 'Alpine Cold Storage',
    tags: ['forklift', 'reach truck'],
    groups: ['Denver warehouse', 'Alpine Cold Storage'],
    ended: 14,
    thread: ['> Marcus, are you good for 3 PM today at Alpine? Ask for Theo.', '< Running about 10 min late, parking'],
    unread: true,
  },
  {
    name: ['Priya', 'Natarajan'],
    phone: '13035550125',
    business: 'Northgate Staffing',
    tags: ['Excel', 'inventory'],
    groups: ['Office and admin'],
    notes: 'Two forms of ID on file. Background check cleared last month.',
    ended: 41,
    thread: [
      '> Hi Priya, orientation is Thursday at 9, second floor. Please bring two forms of ID.',
      '< Thanks! I’ll bring two forms of ID.',
    ],
  },
  {
    name: [null, null],
    phone: '17205550167',
    ended: 63,
    thread: ['< Hi I saw the sign at Alpine. Are you hiring for nights?'],
    unread: true,
  },
  {
    name: ['Marisol', 'Alvarez'],
    phone: '17205550133',
    business: 'Rocky Mountain Logistics',
    tags: ['forklift', 'bilingual', 'OSHA 10'],
    groups: ['Denver warehouse', 'Drivers CDL-A'],
    flagged: true,
    ended: 95,
    thread: [
      '> Hola Marisol, ¿puede cubrir un turno mañana de 6 AM a 2 PM en Alpine Cold?',
      '< Sí, pero salgo a la 1:30 por mis hijos. ¿Está bien?',
    ],
    unread: true,
  },
  {
    name: ['Kofi', 'Adeyemi'],
    phone: '13035550118',
    business: 'Front Range Freight',
    tags: ['forklift', 'weekends'],
    groups: ['Denver warehouse', 'Weekend crew'],
    ended: 120,
    thread: [
      '> Kofi, Front Range asked for you again next week, same shift. Shall I say yes?',
      '< Yes',
      '> Done. Timesheet link stays the same.',
    ],
  },
  {
    name: ['Wes', 'Tanner'],
    phone: '13035550000',
    business: 'Brighton Cross-Dock',
    tags: ['forklift'],
    groups: ['Denver warehouse'],
    ended: 150,
    thread: [
      '> Hi Wes, can you do the inventory count on Saturday?',
      '! Wes, one more try: Saturday 7 AM, $24/hr. In?',
    ],
  },
  {
    name: ['Grace', 'Kim'],
    phone: '13035550160',
    business: 'Alpine Cold Storage',
    tags: ['lead', 'client', 'second shift'],
    groups: ['Alpine Cold Storage', 'Client contacts'],
    notes: 'Shift lead at Alpine. Confirms headcount by text every afternoon before 4.',
    ended: 210,
    days: 60,
    thread: [
      '< Headcount for tomorrow: 14 please, two on reach trucks',
      '> 14 booked, two on reach trucks. Names by 4.',
    ],
  },
  {
    name: ['Tomasz', 'Zieliński'],
    phone: '17205550163',
    business: 'Mile High Beverage',
    tags: ['forklift', 'nights'],
    groups: ['Denver warehouse', 'Night shift'],
    ended: 240,
    thread: [
      '< Is the night crew at Mile High still open?',
      '> It is, Tomasz. 10 PM to 6 AM, $23 plus $1.50 for nights. Interview this week?',
      '< Any day after 2 works',
      '@ Hi {{contact.first_name}}, your interview with Mile High Beverage is today at 3 PM, 500 Wynkoop St.',
    ],
  },
  {
    name: ['Renee', 'Baptiste'],
    phone: '13035550171',
    tags: ['forklift'],
    groups: ['Denver warehouse'],
    leaves: 'opted_out',
    ended: 380,
    thread: [
      '> Hi Renee, Alpine Cold has weekend shifts, $24.50/hr. Interested?',
      '< STOP',
      '* You are unsubscribed from Northgate Staffing and will get no more texts. Reply START to get them again.',
    ],
  },
  {
    name: ['ليلى', 'حداد'],
    phone: '17205550148',
    business: 'Larkspur Clinics',
    tags: ['RN', 'bilingual', 'per diem'],
    groups: ['Nurses and CNAs'],
    ended: 420,
    thread: [
      '> Hi Layla, Larkspur Clinics has two per diem days next week, $44/hr. Would you like them?',
      '< نعم، شكراً جزيلاً. أي يوم؟ 😊',
    ],
    unread: true,
  },
  {
    name: ['Rubén', 'Castellanos'],
    phone: '17205550126',
    tags: ['forklift', 'nights'],
    groups: ['Denver warehouse', 'Night shift'],
    flagged: true,
    ended: 700,
    thread: [
      '< My check looks short this week. I worked 42 hours and it says 38',
      '> Sorry about that, Rubén. I am looking at the timesheet with payroll now.',
      '< Ok. I really need it by Friday, rent is due',
    ],
  },
  {
    name: ['Alicia', 'Fontaine'],
    phone: '13035550192',
    business: 'Fontaine Transport',
    tags: ['client'],
    groups: ['Client contacts'],
    lineType: 'landline',
  },
  {
    name: ['Thabo', 'Mokoena'],
    phone: '13035550131',
    tags: ['forklift'],
    groups: ['Denver warehouse'],
    leaves: 'blocked',
    notes: 'Abusive messages to two recruiters. Blocked on the office manager’s decision.',
  },
];
