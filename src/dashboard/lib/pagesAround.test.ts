import { expect, test } from 'vitest';
import { pagesAround } from './pagesAround.ts';

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [2, 48, [1, 2, 3, null, 48]],
  [4, 48, [1, 2, 3, 4, 5, null, 48]],
  [20, 48, [1, null, 19, 20, 21, null, 48]],
  [48, 48, [1, null, 46, 47, 48]],
  [9, 4, [1, 2, 3, 4]],
])('page %i of %i', (page, pages, named) => {
  expect(pagesAround(page, pages)).toEqual(named);
});
