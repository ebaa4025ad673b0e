import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvFile, guarded, unguarded } from './csv.ts';
import { readCsv } from './csvRead.ts';
import { joinTags, splitTags } from './tagList.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const runs = process.env['LONG'] === '1' ? 5_000 : 300;

/** What hurts a CSV file or a spreadsheet, in every mixture. No NUL, which no database keeps. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        '\r\n',
        '"',
        "'",
        ',',
        ';',
        '|',
        ' ',
        '＝',
        '\u202E',
        '\uFEFF',
        '=1+1',
        '%0A',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''));

test('what is written as CSV is read back the same, and no spreadsheet takes any of it for a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hostile, hostile, hostile), { minLength: 1, maxLength: 8 }), (rows) => {
      const records = rows.map(([a, b, c]) => ({ 'First name': a, Phone: '+13035550142', Notes: b, Tags: c }));
      const file = csvFile(records);
      const { rows: read, columns } = readCsv(bytes(file));
      expect(columns).toEqual(['First name', 'Phone', 'Notes', 'Tags']);
      expect(read.map(({ cells }) => cells)).toEqual(records.map((record) => Object.values(record)));
    }),
    { numRuns: runs },
  );
  fc.assert(
    fc.property(hostile, (text) => {
      expect(unguarded(guarded(text))).toBe(text);
      expect(guarded(text)).not.toMatch(/^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/);
    }),
    { numRuns: runs },
  );
});

test('tags survive being written into one field', () => {
  const tag = hostile.map((text) => text.trim()).filter((text) => text !== '');
  fc.assert(
    fc.property(fc.uniqueArray(tag, { maxLength: 5 }), (tags) => {
      expect(splitTags(joinTags(tags))).toEqual(tags);
    }),
    { numRuns: runs },
  );
  expect(splitTags('forklift; nights ,, OSHA 30')).toEqual(['forklift', 'nights', 'OSHA 30']);
});
