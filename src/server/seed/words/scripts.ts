/**
 * How a conversation goes, line by line. The first character says what the line is: `>` we wrote, `<` they wrote,
 * `!` we wrote and it was not delivered, `@` planned for the next working day, `#` they sent an image with this text,
 * `*` the auto reply, `-` the next line is on another day. Words in braces are filled in for the person.
 */
export type Script = readonly string[];

/** Conversations that came to an end. */
export const settled: readonly Script[] = [
  [
    '> Hi {first}, this is {me} at Northgate Staffing. Are you still looking for {role} work around {town}?',
    '< Yes I am',
    '> Good. {business} starts a new crew at {rate}/hr, days, Monday to Friday. Can I put you forward?',
    '< Yes please. When would it start?',
    '> Monday, 6 AM. I will text the address and who to ask for once they confirm.',
    '< Thank you!!',
    '-',
    '> Confirmed for Monday. Ask for Theo at dock 4, wear closed shoes and bring two forms of ID.',
    '< Got it 👍',
  ],
  [
    '> Hi {first}, can you do an interview with {business} on {day} at {time}? It is about 20 minutes.',
    '< That works. In person or on the phone?',
    '> In person, at their {town} office. Parking is free on level 2.',
    '< Perfect, see you then',
    '-',
    '> How did it go?',
    '< Really well I think. They showed me around and asked when I could start',
    '> They liked you too. Offer comes by email today: {rate}/hr to start, review after 90 days.',
    '< Amazing, thank you so much {me}!',
  ],
  [
    '< Hi, I will be about 15 min late, accident on I-25',
    '> Thanks for telling us, {first}. I let {business} know. Drive safely.',
    '< Here now',
    '> Great.',
  ],
  [
    '< My check looks short this week. I worked 42 hours and it says 38',
    '> Sorry about that, {first}. I am looking at the timesheet with payroll now.',
    '> Found it: Thursday was not signed by the supervisor. The 4 hours go out with tomorrow’s run.',
    '< Ok thanks for fixing it so fast',
  ],
  [
    '> Hi {first}, checking in after your first week at {business}. How is it going?',
    '< Good! The people are nice. It gets cold in there though lol',
    '> They have freezer jackets at the front desk, just ask. Anything else we can do?',
    '< No all good. Thanks for asking',
  ],
  [
    '> {first}, {business} asked for you again next week, same shift. Shall I say yes?',
    '< Yes',
    '> Done. Timesheet link stays the same.',
  ],
  [
    '> Hi {first}, we have a {role} opening in {town}, {rate}/hr. Interested?',
    '< Not right now, I took something permanent. But thanks for thinking of me',
    '> Congratulations! We are here if anything changes.',
  ],
  [
    '> Hi {first}, please send a picture of your certification when you have a minute. {business} needs it on file.',
    '# Here it is, good through 2028',
    '> Received, thank you. You are cleared to start.',
  ],
  [
    '> Buenas, {first}. Soy {me} de Northgate. Hay turnos de {role} en {town} a {rate} la hora. ¿Le interesa?',
    '< Sí, me interesa. ¿Qué horario es?',
    '> De 6 AM a 2 PM, lunes a viernes. ¿Puede empezar el lunes?',
    '< Sí puedo, gracias',
    '> Perfecto. Pregunte por Theo en la entrada 4 y traiga dos identificaciones.',
  ],
  [
    '> Reminder: orientation for {business} is {day} at {time}, 4100 Brighton Blvd, second floor.',
    '< Thanks, I’ll be there',
    '-',
    '> Welcome aboard, {first}. Your first shift is on the calendar link I emailed you.',
  ],
  [
    '< Is the {role} job in {town} still open? My cousin told me about it',
    '> Hi! Yes, two seats left. May I ask your full name and whether you have done this work before?',
    '< {first}, and yes 3 years at my last place',
    '> Thanks {first}. I am sending you the application, it takes 5 minutes on a phone.',
    '< Filled it out',
    '> Got it, looks complete. We will call you before the end of the week.',
  ],
  [
    '< Can I switch my Friday to Saturday? My kid has a thing at school',
    '> Checking with {business}.',
    '> They are fine with it. Saturday, same start.',
    '< You’re the best 🙏',
  ],
];

/** Conversations in which the last word is theirs and an answer is due. */
export const open: readonly Script[] = [
  [
    '> Hi {first}, {business} has a {role} spot, {rate}/hr, starting {day}. Want it?',
    '< Maybe, is it near a bus line? I don’t have a car right now',
  ],
  ['< Hey {me}, any word from {business} after the interview?'],
  ['> {first}, are you good for {day} at {time}?', '< Running about 10 min late, parking'],
  ['> Please reply with your earliest start date so I can tell {business}.', '< I can start the week after next'],
  ['< Hi I can’t make it tomorrow, my daughter is sick. So sorry', '< Can someone cover?'],
  [
    '> How did the first day go, {first}?',
    '< Honestly the place is freezing and my back hurts. Do you have anything else?',
  ],
  ['< Do I need my own safety boots or do they have them'],
  ['> Hi {first}, can you work a double on {day}? It pays time and a half.', '< What time would I be done?'],
  ['> We need your direct deposit form before payroll closes at 5.', '# Is this the right one?'],
  ['< I got another offer for a dollar more. Can you match it?'],
];

/** One day of a standing arrangement; the long threads repeat it. */
export const daily: readonly Script[] = [
  ['> {first}, tomorrow 6 AM, dock {dock}. Good?', '< Yes', '> Thanks.'],
  ['> Headcount for tomorrow is {crew}. Can you send me who is out?', '< All here except Luis, back Thursday'],
  ['< We need {crew} for tomorrow, two on reach trucks', '> Booked. Names by 4 PM.', '< 👍'],
  ['> Dock {dock} closes early today, last truck at 3.', '< Ok passing it on'],
  [
    '< Two no shows this morning',
    '> Sorry about that. Replacements are on their way, there by 7:30.',
    '< They made it, thanks',
  ],
];
