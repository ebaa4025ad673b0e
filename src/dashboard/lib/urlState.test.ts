import { expect, test } from 'vitest';
import { ContactFilter } from '#contract/contacts.ts';
import { changed, readParams } from './urlState.ts';

const read = (query: string) => readParams(ContactFilter, new URLSearchParams(query));
const after = (query: string, change: object) => changed(ContactFilter, new URLSearchParams(query), change).toString();

test('an address without a query gives the defaults', () => {
  expect(read('')).toEqual({ page: 1, per_page: 25, offset: 0 });
});

test('a value that does not fit is dropped and the others stay', () => {
  expect(read('q=dana&scope=nonsense&page=-3')).toEqual({ q: 'dana', page: 1, per_page: 25, offset: 0 });
});

test('a change of the search goes back to page 1', () => {
  expect(after('q=a&page=7', { q: 'b' })).toBe('q=b');
});

test('a change of the page keeps the rest', () => {
  expect(after('q=a', { page: 2 })).toBe('q=a&page=2');
});

test('what is empty or the default leaves the address', () => {
  expect(after('q=a&page=2&scope=flagged', { q: '', page: 1, scope: undefined })).toBe('');
});

test('keys of others stay', () => {
  expect(after('pane=closed&q=a', { q: 'b' })).toBe('pane=closed&q=b');
});
