import { expect, it } from 'vitest';
import { fillMergeFields, sign } from './mergeFields.ts';

const bart = { first_name: 'Bart', last_name: null, business_name: 'Krusty {{contact.first_name}}' };

it('fills in what the contact has and drops what it lacks', () => {
  expect(fillMergeFields('Hi {{contact.first_name}} {{ contact.last_name }}!', bart)).toBe('Hi Bart !');
});

it('leaves unknown fields as typed', () => {
  expect(fillMergeFields('{{contact.age}} {{first_name}} {{contact.constructor}}', bart)).toBe(
    '{{contact.age}} {{first_name}} {{contact.constructor}}',
  );
});

it('does not fill in fields that a contact brings along', () => {
  expect(fillMergeFields('{{contact.business_name}}', bart)).toBe('Krusty {{contact.first_name}}');
});

it('puts the signature on a line of its own, and none below an empty text', () => {
  expect(sign('Hello', 'Dana')).toBe('Hello\nDana');
  expect(sign('Hello', null)).toBe('Hello');
  expect(sign('', 'Dana')).toBe('');
});
