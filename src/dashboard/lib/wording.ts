import { mergeFields } from './mergeFields.ts';

/** Something about a text that carriers filter or that reads wrong. */
export type WordingNote = {
  kind: 'link' | 'capitals' | 'exclamation' | 'repeated' | 'optOut' | 'field';
  says: string;
};

const SHORTENERS =
  /\b(bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|v\.gd|buff\.ly|rebrand\.ly|cutt\.ly|shorturl\.at|t\.ly|rb\.gy|lnkd\.in|tiny\.cc|bl\.ink|short\.io|s\.id|soo\.gd|dub\.sh|qr\.ae|adf\.ly)\b/i;
const HINT = /\bstop\b|\bopt(ing)?[ -]?out\b|\bunsubscribe\b/i;
const FIELD = /\{\{[^{}]*\}\}/g;

/** What to look at before `text` goes to many. `full` is the text with its signature; `last` what each of the groups got before. */
export function wordingNotes(text: string, full: string, last: readonly string[]): WordingNote[] {
  const notes: WordingNote[] = [];
  const words = full.replace(FIELD, ' ');
  const unknown = [...text.matchAll(FIELD)].map(([tag]) => tag).find((tag) => !isKnown(tag));
  if (unknown)
    notes.push({ kind: 'field', says: `${unknown.slice(0, 60)} is no field: everybody reads it as it stands.` });
  const [link] = SHORTENERS.exec(words) ?? [];
  if (link) notes.push({ kind: 'link', says: `Carriers filter short links such as ${link}. Write the whole address.` });
  if (isShouting(words)) notes.push({ kind: 'capitals', says: 'Words in capitals look like spam to carriers.' });
  if (/!\s*!/.test(words))
    notes.push({ kind: 'exclamation', says: '“!!” looks like spam to carriers. One is enough.' });
  if (last.some((before) => sameWords(text, before))) {
    const who = last.length > 1 ? 'One of these groups' : 'This group';
    notes.push({ kind: 'repeated', says: `${who} got exactly these words last time. Carriers filter repeats.` });
  }
  if (!HINT.test(words))
    notes.push({ kind: 'optOut', says: 'It does not say how to stop. Add “Reply STOP to opt out.”' });
  return notes;
}

const isKnown = (tag: string) => mergeFields.some((field) => field.tag === tag.replace(/\s/g, ''));

/** Three or more long words in capitals, or most of the letters. */
function isShouting(text: string) {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  const loud = (text.match(/\b\p{Lu}{4,}\b/gu) ?? []).filter((word) => word !== 'STOP');
  return loud.length >= 3 || (letters.length >= 12 && capitals.length > letters.length * 0.6);
}

const sameWords = (a: string, b: string) => plain(a) === plain(b);
const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
