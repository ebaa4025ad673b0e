/** One thing that happens on a busy day: phone number `who` of the table does it. */
export type Step = { who: number; say?: string; picture?: true; turn?: 'on' | 'off' };

/** A recruiting desk between nine and five, in one minute. */
export const busyDay: readonly Step[] = [
  { who: 0, say: 'Good morning! Is the Thursday interview still on?' },
  { who: 1, say: 'Hi, I saw the warehouse job. Is it still open?' },
  { who: 2, say: 'Running 10 minutes late, sorry.' },
  { who: 3, turn: 'off' },
  { who: 0, say: 'And which entrance should I use?' },
  { who: 4, say: '¿Hablan español? Busco trabajo de fin de semana.' },
  { who: 1, say: 'I have a forklift licence, here it is', picture: true },
  { who: 2, say: 'Here now.' },
  { who: 5, say: 'Who is this?' },
  { who: 4, say: 'Puedo empezar el lunes 🙂' },
  { who: 0, say: 'Found it, thank you!' },
  { who: 1, say: 'When would it start?' },
  { who: 5, say: 'Please stop texting me' },
  { who: 2, say: 'Interview went well, I think. When will I hear back?' },
  { who: 3, turn: 'on' },
  { who: 3, say: 'My phone was off all morning. Did you try to reach me?' },
  { who: 5, say: 'STOP' },
  { who: 4, say: 'Mi número cambia la próxima semana' },
  { who: 1, say: 'Monday works for me' },
  { who: 0, say: 'Signed the contract and sent it back' },
  { who: 2, say: 'Could you send me the address again?' },
  { who: 3, say: 'Call me tomorrow after 10 please' },
  { who: 1, say: 'Do I need to bring safety shoes?' },
  { who: 0, say: 'See you on Thursday 👋' },
];

/** What people answer when they are written to. */
export const answers = [
  'Yes, that works',
  'Thanks, got it',
  'Sorry, can’t make it. Friday?',
  'OK',
  'Let me check and get back to you',
];
