import { SegmentedMessage } from 'sms-segments-calculator';
import splitter from 'split-sms';
import { expect, test } from 'vitest';
import { fillMergeFields, sign } from '#contract/mergeFields.ts';
import { segmentsOf } from './segments.ts';

// What carriers bill, agreed on by two libraries that know nothing of each other and by a number written down here.

const dana = { first_name: 'Dana', last_name: 'Reyes', business_name: null };
const zoe = { first_name: 'Zoê', last_name: null, business_name: null };
const asSent = (text: string, to = dana, signature: string | null = null) => sign(fillMergeFields(text, to), signature);

const table: [what: string, text: string, segments: number][] = [
  ['one letter', 'a', 1],
  ['a sentence', 'Are you free on Thursday at 6 AM?', 1],
  ['160 letters', 'a'.repeat(160), 1],
  ['161 letters', 'a'.repeat(161), 2],
  ['306 letters', 'a'.repeat(306), 2],
  ['307 letters', 'a'.repeat(307), 3],
  ['459 letters', 'a'.repeat(459), 3],
  ['460 letters', 'a'.repeat(460), 4],
  ['1,530 letters', 'a'.repeat(1_530), 10],
  ['1,531 letters', 'a'.repeat(1_531), 11],
  ['10,000 letters', 'a'.repeat(10_000), 66],
  ['70 snowmen', '☃'.repeat(70), 1],
  ['71 snowmen', '☃'.repeat(71), 2],
  ['134 snowmen', '☃'.repeat(134), 2],
  ['135 snowmen', '☃'.repeat(135), 3],
  ['201 snowmen', '☃'.repeat(201), 3],
  ['202 snowmen', '☃'.repeat(202), 4],
  ['70 letters, one of them outside GSM-7', `${'a'.repeat(69)}ê`, 1],
  ['71 letters, one of them outside GSM-7', `${'a'.repeat(70)}ê`, 2],
  ['160 letters, one of them outside GSM-7', `${'a'.repeat(159)}ê`, 3],
  ['a euro', '€', 1],
  ['80 euros', '€'.repeat(80), 1],
  ['81 euros', '€'.repeat(81), 2],
  ['159 letters and a euro', `${'a'.repeat(159)}€`, 2],
  ['158 letters and a euro', `${'a'.repeat(158)}€`, 1],
  ['80 brackets', '[]'.repeat(40), 1],
  ['158 letters and a bracket', `${'a'.repeat(158)}[`, 1],
  ['159 letters and a bracket', `${'a'.repeat(159)}[`, 2],
  ['158 letters and a brace', `${'a'.repeat(158)}{`, 1],
  ['159 letters and a brace', `${'a'.repeat(159)}}`, 2],
  ['159 letters and a tilde', `${'a'.repeat(159)}~`, 2],
  ['159 letters and a backslash', `${'a'.repeat(159)}\\`, 2],
  ['159 letters and a caret', `${'a'.repeat(159)}^`, 2],
  ['159 letters and a bar', `${'a'.repeat(159)}|`, 2],
  ['a euro that would be cut in two by the border of a segment', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
  ['an emoji', '😀', 1],
  ['35 emoji', '😀'.repeat(35), 1],
  ['36 emoji', '😀'.repeat(36), 2],
  ['66 emoji', '😀'.repeat(66), 2],
  ['67 emoji, as a pair is never cut in two', '😀'.repeat(67), 3],
  ['68 letters and an emoji', `${'a'.repeat(68)}😀`, 1],
  ['69 letters and an emoji', `${'a'.repeat(69)}😀`, 2],
  ['an emoji of a family', '👩‍👩‍👧', 1],
  ['8 emoji of families', '👩‍👩‍👧'.repeat(8), 1],
  ['a flag', '🇺🇸', 1],
  ['a thumb with a colour', 'Yes 👍🏽', 1],
  ['accents of GSM-7', 'èéùìòÇØøÅåÄÖÑÜäöñüà', 1],
  ['160 accents of GSM-7', 'é'.repeat(160), 1],
  ['161 accents of GSM-7', 'é'.repeat(161), 2],
  ['an accent outside of it', 'á', 1],
  ['71 accents outside of it', 'á'.repeat(71), 2],
  ['Greek capitals of GSM-7', 'ΔΦΓΛΩΠΨΣΘΞ'.repeat(16), 1],
  ['Greek letters outside of it', 'αβγδ'.repeat(18), 2],
  ['Spanish', '¡Hola! ¿Puede trabajar mañana a las 6?', 1],
  ['Polish', 'Dzień dobry, zaczynamy w poniedziałek o szóstej rano przy rampie czwartej', 2],
  ['Russian', 'Добрый день, смена начинается завтра в шесть утра у четвёртых ворот склада', 2],
  ['Chinese', '您好，明天早上六点在四号门集合'.repeat(5), 2],
  ['Arabic', 'مرحبا، هل أنت متاح غدا؟', 1],
  ['Hebrew and Latin', 'Shift שלום 6 AM', 1],
  ['line breaks', 'One\nTwo\nThree', 1],
  ['160 with line breaks', `${'a\n'.repeat(80)}`, 1],
  ['161 with line breaks', `${'a\n'.repeat(80)}a`, 2],
  ['curly quotes', `${'a'.repeat(80)}’s`, 2],
  ['the same with a straight one', `${'a'.repeat(80)}'s`, 1],
  ['an em dash', `${'a'.repeat(70)}—`, 2],
  ['a no-break space', `${'a'.repeat(70)}\u00a0`, 2],
  ['every sign of the keyboard that costs one', '@£$¥!"#%&()*+,-./:;<=>?¡¿§¤_'.repeat(5), 1],
  ['a merge field filled in', asSent('Hi {{contact.first_name}}, are you free?'), 1],
  ['a merge field that fills the segment', asSent(`{{contact.first_name}}${'a'.repeat(156)}`), 1],
  ['a merge field that overflows it', asSent(`{{contact.first_name}}${'a'.repeat(157)}`), 2],
  ['a merge field that is empty', asSent(`{{contact.business_name}}${'a'.repeat(160)}`), 1],
  ['a name outside GSM-7', asSent(`{{contact.first_name}}${'a'.repeat(68)}`, zoe), 2],
  ['an unknown merge field, left as typed', asSent(`${'a'.repeat(142)}{{contact.city}}`), 2],
  ['a signature that fits', asSent('a'.repeat(136), dana, 'Maya, Northgate Staffing'.slice(0, 23)), 1],
  ['a signature that does not', asSent('a'.repeat(137), dana, 'Maya, Northgate Staffing'.slice(0, 23)), 2],
  ['a signature outside GSM-7', asSent('a'.repeat(60), dana, 'Maya – Northgate'), 2],
];

test('the table has at least 60 texts', () => expect(table.length).toBeGreaterThanOrEqual(60));

test.each(table)('%s', (_what, text, segments) => {
  const ours = segmentsOf(text);
  const other = new SegmentedMessage(text, 'auto');
  const third = splitter.split(text, { summary: true });
  expect(ours.segments).toBe(segments);
  expect([other.encodingName, other.segmentsCount]).toEqual([ours.encoding, segments]);
  expect([third.characterSet === 'Unicode' ? 'UCS-2' : 'GSM-7', third.parts.length]).toEqual([ours.encoding, segments]);
  expect(ours.characters).toBe(other.messageSize / (ours.encoding === 'GSM-7' ? 7 : 16));
});
