import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { limits } from '#contract/common.ts';
import type { Row } from './csvRead.ts';
import type { Mapping } from './importMapping.ts';
import { splitTags } from './tagList.ts';

/** One row of a file, as it will be imported. */
export type ImportRow = {
  /** Its number in the file, as spreadsheets count. */
  n: number;
  /** What it held, for the file of what failed. */
  cells: string[];
  /** E.164 digits; null with a problem. */
  phone: string | null;
  country?: string;
  first_name?: string;
  last_name?: string;
  business_name?: string;
  tags?: string[];
  notes?: string;
  flagged?: true;
  opted_out?: true;
  /** Why it can't be imported. */
  problem?: string;
  /** The row with the same number that comes first. */
  twinOf?: number;
};

export type Prepared = {
  rows: ImportRow[];
  valid: number;
  invalid: number;
  twins: number;
  /** Of the valid: those with notes or a flag, which making a contact has no room for. */
  withMore: number;
  /** Of the valid: those who are to be opted out. */
  optedOut: number;
};

/** What each row means. Numbers without a plus are read for `country`. */
export function prepare(rows: readonly Row[], mapping: Mapping, country: string): Prepared {
  const seen = new Map<string, number>();
  const prepared = rows.map(({ n, cells }) => {
    const row = rowOf(cells, n, mapping, country);
    if (row.problem !== undefined || row.phone === null) return row;
    const twin = seen.get(row.phone);
    if (twin !== undefined) return { ...row, twinOf: twin };
    seen.set(row.phone, row.n);
    return row;
  });
  const invalid = prepared.filter(({ problem }) => problem !== undefined).length;
  const valid = prepared.filter(({ problem, twinOf }) => problem === undefined && twinOf === undefined);
  return {
    rows: prepared,
    valid: valid.length,
    invalid,
    twins: prepared.length - invalid - valid.length,
    withMore: valid.filter(({ notes, flagged }) => notes !== undefined || flagged).length,
    optedOut: valid.filter(({ opted_out }) => opted_out).length,
  };
}

function rowOf(cells: string[], n: number, mapping: Mapping, country: string): ImportRow {
  const cell = (field: keyof Mapping) => {
    const at = mapping[field];
    return at === undefined ? '' : (cells[at] ?? '');
  };
  const own = cell('country').trim().toUpperCase();
  const stated = isSupportedCountry(own) ? own : undefined;
  const phones = (['phone', 'phone_2', 'phone_3'] as const).map((field) => cell(field).trim()).filter(Boolean);
  const phone = phones.map((text) => digitsOf(text, stated ?? country)).find((digits) => digits !== null) ?? null;
  const [first, last] = mapping.name === undefined ? ['', ''] : inTwo(cell('name'));
  const tags = splitTags(cell('tags'));
  const row: ImportRow = {
    n,
    cells,
    phone,
    ...(stated && { country: stated }),
    ...text('first_name', cell('first_name') || first),
    ...text('last_name', cell('last_name') || last),
    ...text('business_name', cell('business_name')),
    ...text('notes', cell('notes')),
    ...(tags.length > 0 && { tags }),
    ...(isYes(cell('flagged')) && { flagged: true as const }),
    ...(isYes(cell('opted_out')) && { opted_out: true as const }),
  };
  const problem = problemOf(row, phones);
  return problem === null ? row : { ...row, problem };
}

const isYes = (cell: string) => /^(1|x|y|yes|true|on)$/i.test(cell.trim());

const text = <Key extends string>(key: Key, value: string): Partial<Record<Key, string>> =>
  value === '' ? {} : ({ [key]: value } as Partial<Record<Key, string>>);

/** E.164 digits, or null. Twelve and more digits that begin with a calling code are taken as they are. */
function digitsOf(typed: string, country: string): string | null {
  const home: CountryCode = isSupportedCountry(country) ? country : 'US';
  // Spreadsheets leave marks: 3035550142.0, '+1…, a no-break space.
  const plain = typed
    .replace(/\.0+$/, '')
    .replace(/^['`’]/, '')
    .replace(/[\u00A0\u202F\u200E\u200F\u202A-\u202E]/g, ' ');
  for (const attempt of [plain, `+${plain}`]) {
    const number = parsePhoneNumberFromString(attempt, { defaultCountry: home, extract: false });
    if (number?.isPossible() && !number.ext) return number.number.slice(1);
  }
  return null;
}

/** `Dana`, `Reyes` of `Dana Reyes`, and of `Reyes, Dana`. */
function inTwo(name: string): [first: string, last: string] {
  const [, last, first] = /^\s*([^,]+),\s*([^,]+?)\s*$/.exec(name) ?? [];
  if (first && last) return [first, last];
  const words = name.trim().split(/\s+/);
  return words.length < 2 ? [words[0] ?? '', ''] : [words.slice(0, -1).join(' '), words.at(-1) ?? ''];
}

function problemOf(row: ImportRow, phones: readonly string[]): string | null {
  if (phones.length === 0) return 'It has no phone number.';
  if (row.phone === null)
    return phones.some(isShort) ? shortOf(phones[0]!) : `“${shown(phones[0]!)}” is no valid phone number.`;
  const tooLong = (['first_name', 'last_name', 'business_name'] as const).find(
    (key) => (row[key]?.length ?? 0) > limits.nameLength,
  );
  if (tooLong) return `The ${names[tooLong]} has more than ${limits.nameLength} characters.`;
  if ((row.notes?.length ?? 0) > limits.notesLength) return 'The notes have more than 10,000 characters.';
  if ((row.tags?.length ?? 0) > limits.tagsPerContact) return `It has more than ${limits.tagsPerContact} tags.`;
  if (row.tags?.some((tag) => tag.length > limits.tagLength))
    return `A tag has more than ${limits.tagLength} characters.`;
  return null;
}

const names = { first_name: 'first name', last_name: 'last name', business_name: 'business' };
const isShort = (phone: string) => /^\d(\.\d+)?E\+?\d+$/i.test(phone);
/** What spreadsheets make of long numbers. */
const shortOf = (phone: string) =>
  `“${shown(phone)}” has lost its digits in a spreadsheet. Format the column as text, export it again.`;
const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
