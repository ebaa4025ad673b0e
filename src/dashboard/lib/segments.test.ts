import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentCount, segmentsOf, toPlain } from './segments.ts';

const cases: [what: string, text: string, encoding: string, characters: number, segments: number, left: number][] = [
  ['nothing', '', 'GSM-7', 0, 0, 160],
  ['one letter', 'a', 'GSM-7', 1, 1, 159],
  ['160 letters', 'a'.repeat(160), 'GSM-7', 160, 1, 0],
  ['161 letters', 'a'.repeat(161), 'GSM-7', 161, 2, 145],
  ['306 letters', 'a'.repeat(306), 'GSM-7', 306, 2, 0],
  ['307 letters', 'a'.repeat(307), 'GSM-7', 307, 3, 152],
  ['a euro, which counts two', '€', 'GSM-7', 2, 1, 158],
  ['a bracket, which counts two', '[', 'GSM-7', 2, 1, 158],
  ['80 euros', '€'.repeat(80), 'GSM-7', 160, 1, 0],
  ['70 snowmen', '☃'.repeat(70), 'UCS-2', 70, 1, 0],
  ['71 snowmen', '☃'.repeat(71), 'UCS-2', 71, 2, 63],
  ['an emoji, which counts two', '😀', 'UCS-2', 2, 1, 68],
  ['an emoji of a family', '👩‍👩‍👧', 'UCS-2', 8, 1, 62],
  ['accents of the alphabet', 'èéùìòÇØøÅåÄÖÑÜäöñüà', 'GSM-7', 19, 1, 141],
  ['an accent outside of it', 'ê', 'UCS-2', 1, 1, 69],
];

test.each(cases)('%s', (_what, text, encoding, characters, segments, left) => {
  expect(segmentsOf(text)).toMatchObject({ encoding, characters, segments, left });
});

test('the first character that forces UCS-2 is named, with its plain form and what it would save', () => {
  const text = `You’re all set${'.'.repeat(80)}`;
  expect(segmentsOf(text)).toMatchObject({ segments: 2, costly: { character: '’', plain: "'", saved: 1 } });
  expect(segmentsOf(toPlain(text))).toMatchObject({ encoding: 'GSM-7', segments: 1 });
});

test('a character without a plain form is named and nothing is offered for it', () => {
  const { costly } = segmentsOf('See you 😀');
  expect(costly).toEqual({ character: '😀', saved: 0 });
  expect(segmentsOf('You’re 😀').costly, 'whatever else could be replaced').toEqual(costly);
});

test('counting thousands of texts at once comes to the same as counting one with care', () => {
  const letters = fc.constantFrom(...Array.from('aZ 0!?,.@ñé€[]~\n😀Ọ“’'));
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 400 }), (text) => {
      expect(segmentCount(text.join(''))).toBe(segmentsOf(text.join('')).segments);
    }),
  );
});
