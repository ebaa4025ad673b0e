import splitter from 'split-sms';

/** What a carrier will count. `costly` is the first character that makes it more than it needs to be. */
export type Segments = {
  encoding: 'GSM-7' | 'UCS-2';
  /** Characters as the carrier counts them: `€` counts two in GSM-7, an emoji two or more in UCS-2. */
  characters: number;
  segments: number;
  /** Characters that still fit into the last segment. */
  left: number;
  /** Fill of the last segment, 0 to 1. */
  fill: number;
  costly?: Costly;
};
/**
 * A character outside GSM-7, one without a plain form before others: as long as that stands there, replacing the others
 * saves nothing. `plain` is what can stand for it, and `saved` the segments that go when all such are replaced.
 */
export type Costly = { character: string; plain?: string; saved: number };

/** Counts a text as it leaves: with merge fields filled in and the signature appended. */
export function segmentsOf(text: string): Segments {
  const counted = count(text);
  if (counted.encoding === 'GSM-7') return counted;
  const costly = [...new Set(text)].filter((each) => count(each).encoding === 'UCS-2');
  const character = costly.find((each) => !PLAIN.has(each)) ?? costly[0];
  if (character === undefined) return counted;
  const plain = PLAIN.get(character);
  const saved = counted.segments - count(toPlain(text)).segments;
  return { ...counted, costly: { character, saved, ...(plain !== undefined && { plain }) } };
}

function count(text: string): Segments {
  const { characterSet, parts, bytes, remainingInPart } = splitter.split(text, { summary: true });
  const encoding = characterSet === 'Unicode' ? 'UCS-2' : 'GSM-7';
  const characters = encoding === 'UCS-2' ? bytes / 2 : bytes;
  const inLast = (parts.at(-1)?.bytes ?? 0) / (encoding === 'UCS-2' ? 2 : 1);
  const segments = text === '' ? 0 : parts.length;
  const fill = inLast + remainingInPart > 0 ? inLast / (inLast + remainingInPart) : 0;
  return { encoding, characters, segments, left: remainingInPart, fill };
}

/** Characters that phones and word processors put in by themselves, and what people would have typed. */
const PLAIN = new Map<string, string>([
  ['’', "'"],
  ['‘', "'"],
  ['‚', ','],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['–', '-'],
  ['—', '-'],
  ['‑', '-'],
  ['…', '...'],
  ['•', '-'],
  ['´', "'"],
  ['`', "'"],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['\u2009', ' '],
  ['\u200b', ''],
  ['\ufeff', ''],
  ['\t', ' '],
]);

/** The text with every character replaced that has a plain form. */
export const toPlain = (text: string) => Array.from(text, (each) => PLAIN.get(each) ?? each).join('');

/** The characters that GSM-7 sends as they are, and those that cost it two. */
const BASIC = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;

/** How many segments a text takes: as `segmentsOf`, for thousands of texts at once. */
export function segmentCount(text: string): number {
  const { length } = text;
  if (length === 0) return 0;
  if (BASIC.test(text)) return length <= 160 ? 1 : Math.ceil(length / 153);
  // What takes two places may not be torn apart, so those texts are cut for real.
  return count(text).segments;
}
