import { expect, test } from 'vitest';
import { z } from 'zod/mini';
import { Contact } from './contacts.ts';
import { readLiberally, Unreadable } from './liberal.ts';
import { User } from './users.ts';

const contact = {
  id: 7,
  account_id: 1,
  first_name: 'Dana',
  last_name: null,
  business_name: null,
  flagged: false,
  opted_out: false,
  notes: null,
  phone: '13035550142',
  country: 'US',
  line_type: 'mobile',
  created_at: '2026-11-24T01:00:00Z',
  updated_at: '2026-11-24T01:00:00Z',
  tags: ['forklift'],
};

test('what the contract describes comes through unchanged', () => {
  expect(readLiberally(Contact, contact)).toEqual(contact);
});

test('numbers and booleans may arrive as strings, phones with a plus', () => {
  const strange = { ...contact, id: '7', flagged: 'true', opted_out: '0', phone: '+1 (303) 555-0142' };
  expect(readLiberally(Contact, strange)).toEqual({ ...contact, flagged: true });
});

test('missing fields get the empty value of their kind', () => {
  const { notes: _notes, tags: _tags, country: _country, ...rest } = contact;
  expect(readLiberally(Contact, rest)).toEqual({ ...contact, tags: [], country: '' });
});

test('fields that the contract does not name are dropped', () => {
  expect(readLiberally(Contact, { ...contact, surprise: { a: 1 } })).toEqual(contact);
});

test('one object where a list was promised is a list of one', () => {
  expect(readLiberally(z.array(z.pick(User, { id: true })), { id: 3 })).toEqual([{ id: 3 }]);
});

test('a word that no enum knows is kept', () => {
  expect(readLiberally(z.object({ role: z.enum(['admin', 'user']) }), { role: 'owner' })).toEqual({ role: 'owner' });
});

test.each([null, 'text', 42, [], { id: 'x' }, { ...contact, id: undefined }, { ...contact, phone: {} }])(
  'what can not be read is refused by name: %j',
  (value) => {
    expect(() => readLiberally(Contact, value)).toThrow(Unreadable);
  },
);
