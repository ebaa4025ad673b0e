import type { TypedPhone } from './phoneTyped.ts';
import { rowsIn } from './rowsIn.ts';
import { unguarded } from './csv.ts';

/** Somebody of a list of numbers. `line` is where it stands, from 1; `optedIn`: an exported list of opt-outs says so. */
export type Numbered = { digits: string; line: number; first_name?: string; last_name?: string; optedIn?: true };
type Misread = { line: number; text: string; problem: string };
export type Numbers = { numbers: Numbered[]; misread: Misread[]; duplicates: number };

type Read = (text: string, country: string) => TypedPhone | null;

/** Rows after which the page gets its turn. */
const AT_ONCE = 2_000;

/**
 * The phone numbers of text that was pasted or read from a CSV file, each once: one a line, in the column whose head
 * speaks of phones, else wherever a line has one. Lets the page breathe while it reads.
 */
export async function numbersIn(text: string, country: string, read: Read): Promise<Numbers> {
  const rows = rowsIn(text.replace(/^\uFEFF/, '')).map((row) => row.map((field) => unguarded(field.trim())));
  const heads = headsOf(rows[0] ?? [], country, read);
  const found = new Map<string, Numbered>();
  const misread: Misread[] = [];
  let duplicates = 0;
  for (const [index, row] of rows.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve));
    const line = index + 1;
    if ((heads && index === 0) || row.every((field) => field === '')) continue;
    const phone = phoneOf(row, heads?.phone, country, read);
    if (!phone || 'problem' in phone) {
      misread.push({ line, text: row.join(' ').slice(0, 200), problem: phone?.problem ?? 'There is no number.' });
      continue;
    }
    const [next, before] = [{ digits: phone.digits, line, ...told(row, heads) }, found.get(phone.digits)];
    if (before) duplicates += 1;
    // Whoever is opted out in one line and back in by another is taken for opted out.
    if (!before || (before.optedIn && !next.optedIn)) found.set(phone.digits, next);
  }
  return { numbers: [...found.values()], misread, duplicates };
}

type Heads = { phone: number | undefined; first: number; last: number; state: number };

/** The columns by the words of the first row; null when it is no row of heads. */
function headsOf(row: string[], country: string, read: Read): Heads | null {
  const at = (pattern: RegExp) => row.findIndex((head) => pattern.test(head));
  if (row.some((field) => isNumber(read(field, country)))) return null;
  const phone = at(/phone|mobile|cell|number|tel/i);
  const [first, last] = [at(/first|given/i), at(/last|family|surname/i)];
  if (phone === -1 && first === -1 && last === -1) return null;
  return { phone: phone === -1 ? undefined : phone, first, last, state: at(/^(state|status)$/i) };
}

function phoneOf(row: string[], column: number | undefined, country: string, read: Read): TypedPhone | null {
  if (column !== undefined) return read(row[column] ?? '', country);
  const all = row.map((field) => read(field, country));
  return all.find(isNumber) ?? all.find((phone) => phone !== null) ?? null;
}

const isNumber = (phone: TypedPhone | null) => phone !== null && 'digits' in phone;

const told = (row: string[], heads: Heads | null) => ({
  ...(heads && row[heads.first] && { first_name: row[heads.first]?.slice(0, 255) ?? '' }),
  ...(heads && row[heads.last] && { last_name: row[heads.last]?.slice(0, 255) ?? '' }),
  ...(heads && /^opted (back )?in$/i.test(row[heads.state] ?? '') && { optedIn: true as const }),
});
