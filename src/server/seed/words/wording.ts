/** What recruiters send often; merge fields are filled in for each person. */
export const templates = [
  {
    title: 'Interview invitation',
    content:
      'Hi {{contact.first_name}}, can you come in for an interview this week? It takes about 20 minutes. Reply with a day and time that suit you.',
  },
  {
    title: 'Shift confirmation',
    content: 'Hi {{contact.first_name}}, you are confirmed for tomorrow, 6 AM. Reply YES so we know you got this.',
  },
  {
    title: 'First day checklist',
    content:
      'Welcome aboard, {{contact.first_name}}! Bring two forms of ID and closed shoes, and ask for the dock lead.',
  },
  {
    title: 'Timesheet reminder',
    content:
      'Hi {{contact.first_name}}, timesheets for this week are due Friday 6 PM so that everyone is paid on time.',
  },
  {
    title: 'Turno confirmado',
    content: 'Hola {{contact.first_name}}, su turno es mañana a las 6 AM. Responda SI para confirmar.',
  },
  {
    title: 'Client: candidates ready',
    content: 'Hi {{contact.first_name}}, we have candidates ready for {{contact.business_name}}. When can we talk?',
  },
] as const;

/** Neither is switched on, so that what a visitor sends arrives exactly as typed. */
export const signatures = ['Maya, Northgate Staffing', 'Northgate Staffing. Reply STOP to opt out'] as const;

/** Switched off, for the same reason. */
export const autoReplies = [
  'Thanks for your text. Our office is open 8 to 6, Monday to Friday, and someone answers first thing.',
  'We are closed for the holiday and back on Monday. For a shift today, call (720) 555-0110.',
] as const;

export const colleagues = [
  { firstName: 'Theo', lastName: 'Brandvold', role: 'admin', archived: false },
  { firstName: 'Imani', lastName: 'Clarke', role: 'standard_user', archived: false },
  { firstName: 'Luis', lastName: 'Ortega', role: 'standard_user', archived: false },
  { firstName: 'Jessie', lastName: 'Hart', role: 'standard_user', archived: true },
] as const;

/** Texts to whole groups: when they went out, in working minutes before now. */
export const sentBroadcasts = [
  {
    group: 'Nurses and CNAs',
    ago: 5_700,
    body: 'Hi {{contact.first_name}}, St. Brigid needs CNAs and RNs for the flu clinic next week, 7 AM-3 PM. Reply YES for details, STOP to opt out. Northgate Staffing',
  },
  {
    group: 'Denver warehouse',
    ago: 3_400,
    body: 'Hi {{contact.first_name}}, Alpine Cold needs 12 forklift operators Sat-Sun, 6 AM-2 PM, $24.50/hr. Reply YES for a spot, STOP to opt out. Maya, Northgate',
  },
  {
    group: 'Drivers CDL-A',
    ago: 1_500,
    body: 'Hi {{contact.first_name}}, Poudre Valley Feed has 3 local CDL-A routes, home daily, $31/hr. Reply ROUTE if you want one, STOP to opt out. Northgate Staffing',
  },
  {
    group: 'Weekend crew',
    ago: 520,
    body: 'Hi {{contact.first_name}}, who can work this Saturday, 6 AM-2 PM? Reply YES and we book you. STOP to opt out. Northgate Staffing',
  },
] as const;

export const plannedBroadcast = {
  group: 'All active',
  body: 'Hi {{contact.first_name}}, timesheets for this week are due Friday 6 PM so everyone is paid on time. Questions? Just reply. Northgate Staffing',
} as const;

export const broadcastAnswers = [
  'YES',
  'Yes please',
  'yes!',
  'Yes 👍',
  'I’m in',
  'Can’t this time, sorry',
  'What time does it start?',
] as const;
