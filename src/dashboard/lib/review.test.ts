import { expect, test } from 'vitest';
import type { Contact } from '#contract/contacts.ts';
import { aroundMissing, type People, quietOnes, reviewOf } from './review.ts';
import { wordingNotes } from './wording.ts';

let ids = 0;
const person = (change: Partial<Contact> = {}): Contact => {
  ids += 1;
  return {
    id: ids,
    account_id: 1,
    phone: `1303555${String(1000 + ids)}`,
    country: 'US',
    line_type: 'mobile',
    first_name: 'Dana',
    last_name: null,
    business_name: null,
    flagged: false,
    notes: null,
    opted_out: false,
    tags: [],
    created_at: '2026-11-24T00:00:00Z',
    updated_at: '2026-11-24T00:00:00Z',
    ...change,
  };
};

const people = (contacts: Contact[], change: Partial<People> = {}): People => ({
  contacts,
  groupsOf: new Map(contacts.map(({ id }) => [id, [1]])),
  optedOut: new Set(),
  blocked: new Set(),
  ...change,
});

test('everybody is either reached with their own text or left out for one reason', () => {
  const [dana, nameless, landline, gone, listed, blocked, none] = [
    person(),
    person({ first_name: ' ' }),
    person({ line_type: 'landline' }),
    person({ opted_out: true, line_type: 'landline' }),
    person(),
    person(),
    person({ phone: '' }),
  ];
  const review = reviewOf(
    people([dana, nameless, landline, gone, listed, blocked, none], {
      optedOut: new Set([listed.phone]),
      blocked: new Set([blocked.phone]),
    }),
    'Hi {{contact.first_name}}, hello',
    'Maya',
  );
  expect(review.reached.map(({ text }) => text)).toEqual(['Hi Dana, hello\nMaya', 'Hi  , hello\nMaya']);
  expect(review.leftOut.map(({ reason }) => reason)).toEqual([
    'landline',
    'opted_out',
    'opted_out',
    'blocked',
    'invalid',
  ]);
  expect(review.missing).toEqual([{ name: 'first_name', label: 'First name', people: 1 }]);
  expect(review).toMatchObject({ texts: 2, segments: 2, repeated: 0, bySegments: [[1, 2]] });
});

test('who is in several groups is counted once for each of them, one character may cost somebody a segment', () => {
  const [twice, dear] = [person({ first_name: 'Bo' }), person({ first_name: 'Ọlá' })];
  const review = reviewOf(
    people([twice, dear], {
      groupsOf: new Map([
        [twice.id, [1, 2]],
        [dear.id, [1]],
      ]),
    }),
    `{{contact.first_name}} ${'x'.repeat(100)}`,
    null,
  );
  expect(review).toMatchObject({
    texts: 3,
    segments: 4,
    repeated: 1,
    bySegments: [
      [1, 2],
      [2, 1],
    ],
  });
});

test('quiet hours are those of any zone that a number may be in', () => {
  const { reached } = reviewOf(people([person(), person({ phone: '14045550139' })]), 'Hi', null);
  expect(quietOnes(reached, new Date('2026-11-25T01:30:00Z')).map(({ contact }) => contact.phone)).toEqual([
    '14045550139',
  ]);
});

test('what stands around an empty field is quoted', () => {
  expect(aroundMissing('Hi {{contact.first_name}}, come', 'first_name')).toBe('Hi ,');
  expect(aroundMissing('No field', 'first_name')).toBe('');
});

const kinds = (text: string, ...last: string[]) => wordingNotes(text, text, last).map(({ kind }) => kind);

test('wording that carriers filter is named, good wording is not', () => {
  expect(kinds('Hi {{contact.first_name}}, reply STOP to opt out.')).toEqual([]);
  expect(kinds('See bit.ly/x. Reply STOP')).toEqual(['link']);
  expect(kinds('BIG SALE TODAY ONLY, reply STOP')).toEqual(['capitals']);
  expect(kinds('Come!! Reply STOP')).toEqual(['exclamation']);
  expect(kinds('Come over')).toEqual(['optOut']);
  expect(kinds('Same  words. STOP', 'same words. stop')).toEqual(['repeated']);
  expect(kinds('Same words. STOP', 'Others. STOP', 'Same words. STOP'), 'of any of the groups').toEqual(['repeated']);
  expect(kinds('Hi {{first_name}}, reply STOP')).toEqual(['field']);
});
