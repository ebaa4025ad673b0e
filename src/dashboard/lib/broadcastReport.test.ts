import { expect, test } from 'vitest';
import type { Contact } from '#contract/contacts.ts';
import type { Message } from '#contract/messages.ts';
import { type ReportParts, reportRows } from './broadcastReport.ts';

const at = '2026-11-24T16:00:00Z';

const message = (id: number, person: number, change: Partial<Message> = {}): Message => ({
  read: false,
  broadcast_id: 1,
  status: 'delivered',
  deliver_at: null,
  from_autoresponse: false,
  id,
  created_at: at,
  updated_at: at,
  sender_id: 1,
  receiver_id: person,
  sender_type: 'User',
  receiver_type: 'Contact',
  content: 'Hi',
  sender_phone: '+17205550110',
  sender_name: 'Maya',
  sender_email: null,
  receiver_phone: `+1303555${1000 + person}`,
  receiver_name: `Person ${person}`,
  image_url: null,
  thumb_url: null,
  media_urls: null,
  ...change,
});

const inbound = (id: number, person: number, content: string) =>
  message(id, person, {
    sender_type: 'Contact',
    sender_id: person,
    sender_phone: `+1303555${1000 + person}`,
    content,
    broadcast_id: null,
  });

const contact = (id: number, change: Partial<Contact> = {}): Contact => ({
  business_name: null,
  account_id: 1,
  flagged: false,
  notes: null,
  phone: `1303555${1000 + id}`,
  country: 'US',
  line_type: 'mobile',
  id,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: at,
  first_name: `Person ${id}`,
  last_name: null,
  opted_out: false,
  tags: [],
  ...change,
});

const parts: ReportParts = {
  texts: [message(1, 1), message(2, 2, { status: 'failed' }), message(3, 3, { status: 'created' })],
  inbound: [inbound(9, 1, 'Later'), inbound(8, 3, ' Stop. ')],
  isWhole: true,
  members: [
    contact(1),
    contact(2, { line_type: 'landline' }),
    contact(3),
    contact(4, { opted_out: true }),
    contact(5),
    contact(6, { created_at: '2026-11-25T00:00:00Z' }),
  ],
  optOuts: [{ organization_id: 1, opt_in: false, id: 1, created_at: at, updated_at: at, phone: '13035551003' }],
  blocked: ['+13035551005'],
  endedAt: Date.parse(at),
};

test('each person has one row that says what became of their text, what they answered and why they got none', () => {
  const rows = reportRows(parts).map(({ name, outcome, reason, reply, optedOutAt, canRetry }) =>
    [name, outcome, reason, reply?.text, optedOutAt !== null, canRetry].join('|'),
  );
  expect(rows).toEqual([
    'Person 1|delivered||Later|false|false',
    'Person 2|failed|Landline||false|false',
    'Person 3|waiting|||true|false',
    'Person 4|left_out|Opted out||false|false',
    'Person 5|left_out|Blocked||false|false',
    'Person 6|left_out|Came after it went out||false|false',
  ]);
});

test('nobody counts as left out before everything is read, and who left the group keeps a row', () => {
  const rows = reportRows({ ...parts, isWhole: false, members: [] });
  expect(rows.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    'Person 1 delivered',
    'Person 2 failed',
    'Person 3 waiting',
  ]);
  expect(rows[1]).toMatchObject({ reason: 'Not delivered by the carrier', canRetry: true });
});
