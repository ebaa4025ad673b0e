import { expect, test } from 'vitest';
import { numbersIn } from './numbersIn.ts';
import { typedPhone } from './phoneTyped.ts';

const read = (text: string) => numbersIn(text, 'US', typedPhone);

test('numbers are read one a line, however they are written, each once', async () => {
  const { numbers, misread, duplicates } = await read(
    '(303) 555-0142\n+44 20 7946 0958\n\n1-303-555-0142\r\nnobody\n12',
  );
  expect(numbers.map(({ digits, line }) => [digits, line])).toEqual([
    ['13035550142', 1],
    ['442079460958', 2],
  ]);
  expect(duplicates).toBe(1);
  expect(misread.map(({ line, text }) => [line, text])).toEqual([
    [5, 'nobody'],
    [6, '12'],
  ]);
});

test('a CSV file is read by its heads, with names, quotes, its own delimiter and guarded formulas', async () => {
  const { numbers, misread } = await read(
    '\uFEFFFirst name;Last name;Mobile\n"Zoë; ""Z""";Quist;\'+13035550142\n;;x\n',
  );
  expect(numbers).toEqual([{ digits: '13035550142', line: 2, first_name: 'Zoë; "Z"', last_name: 'Quist' }]);
  expect(misread).toHaveLength(1);
});

test('a quote that is never closed and text without any number end in reasons', async () => {
  expect((await read('"3035550142\n3035550143')).numbers).toEqual([]);
  expect((await read('\u0000\u0001binary')).misread).toHaveLength(1);
  expect(await read('')).toEqual({ numbers: [], misread: [], duplicates: 0 });
});

test('an exported list of opt-outs says who opted back in; opted out in any line counts', async () => {
  const { numbers } = await read(
    'Phone,State\r\n+13035550142,opted out\r\n+13035550143,opted back in\r\n+13035550144,opted back in\r\n+13035550144,opted out\r\n',
  );
  expect(numbers.map(({ digits, optedIn }) => [digits, optedIn])).toEqual([
    ['13035550142', undefined],
    ['13035550143', true],
    ['13035550144', undefined],
  ]);
});
