import { expect, test } from 'vitest';
import type { Contact } from '#contract/contacts.ts';
import { matches } from './matches.ts';

const dana: Contact = {
  id: 1,
  account_id: 1,
  first_name: 'Dana',
  last_name: 'Reyes',
  business_name: 'Acme',
  phone: '13035550142',
  country: 'US',
  line_type: 'mobile',
  flagged: true,
  opted_out: false,
  notes: null,
  tags: ['crew'],
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
};

test('people are found by what the service can not filter by', () => {
  expect(matches(dana, {})).toBe(true);
  expect(matches(dana, { tag: 'crew', scope: 'flagged', q: 'reyes dana' })).toBe(true);
  expect(matches(dana, { q: '(303) 555-01' })).toBe(true);
  for (const other of [{ tag: 'cre' }, { scope: 'with_notes' }, { q: 'Dana Smith' }, { q: '999' }] as const)
    expect(matches(dana, other)).toBe(false);
});
