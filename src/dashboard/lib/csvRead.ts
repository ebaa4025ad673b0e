import Papa from 'papaparse';
import { BadFile, decode } from './csvDecode.ts';
import { unguarded } from './csv.ts';

/** A row with its number as spreadsheets count, and as many cells as there were. */
export type Row = { n: number; cells: string[] };

/** A CSV file as a table. */
export type Table = {
  columns: string[];
  rows: Row[];
  hasHeader: boolean;
  delimiter: string;
  encoding: string;
  warnings: string[];
};

const MAX_COLUMNS = 500;
const MAX_ROWS = 200_000;
const DELIMITERS = [',', ';', '\t', '|'];

/** Reads a file. `hasHeader` overrules what the first row looks like. Throws `BadFile`. */
export function readCsv(bytes: Uint8Array, hasHeader?: boolean): Table {
  const { text, encoding, warnings } = decode(bytes);
  // Excel may name the delimiter in a line of its own.
  const [line = '', stated] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = evenLines(text.slice(line.length));
  const delimiter = stated ?? delimiterOf(body);
  const { data, errors, meta } = Papa.parse<string[]>(
    body,
    delimiter ? { delimiter } : { delimitersToGuess: DELIMITERS },
  );
  refuseQuotes(errors, data);
  const rows = data
    .map((cells, at) => ({ n: at + 1, cells: cells.map(unguarded) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  refuseExtent(width, rows.length);
  const headed = hasHeader ?? looksLikeHeader(rows);
  if (headed && rows.length === 1) throw new BadFile('The file names its columns but has no rows. Nobody is in it.');
  const named = namesOf(headed ? rows[0]!.cells : [], width);
  return {
    ...named,
    rows: headed ? rows.slice(1) : rows,
    hasHeader: headed,
    delimiter: meta.delimiter,
    encoding,
    warnings: [...warnings, ...named.warnings],
  };
}

/** Some programs end lines in two ways within one file. What is quoted stays as it is. */
function evenLines(text: string): string {
  const bare = text.slice(0, 1_000_000).replace(/"(?:[^"]|"")*"/g, '');
  const ways = [/\r\n/, /(?<!\r)\n/, /\r(?!\n)/].filter((way) => way.test(bare)).length;
  return ways < 2 ? text : text.replace(/"(?:[^"]|"")*"|\r\n?/g, (part) => (part.startsWith('"') ? part : '\n'));
}

/** The one that stands most often in the first line, outside of quotes; undefined when that does not decide. */
function delimiterOf(text: string): string | undefined {
  const [first = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1);
  const [most, next] = DELIMITERS.map((delimiter) => ({
    delimiter,
    times: first.split(delimiter).length - 1,
  })).toSorted((a, b) => b.times - a.times);
  return most && next && most.times > next.times ? most.delimiter : undefined;
}

function refuseExtent(width: number, rows: number) {
  if (width > MAX_COLUMNS) {
    throw new BadFile(
      `The file has ${width.toLocaleString()} columns; up to ${MAX_COLUMNS} can be read. Keep the ones you need.`,
    );
  }
  if (rows > MAX_ROWS + 1) {
    throw new BadFile(
      `The file has ${rows.toLocaleString()} rows; up to ${MAX_ROWS.toLocaleString()} can be read. Split it into smaller files.`,
    );
  }
}

function refuseQuotes(errors: readonly Papa.ParseError[], data: readonly string[][]) {
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) {
    const row = (open.row ?? data.length - 1) + 1;
    throw new BadFile(
      `In row ${row} a quote (") is opened and never closed. Close it or take it away, then try again.`,
    );
  }
  const stray = errors.find(({ code }) => code === 'InvalidQuotes');
  if (stray) {
    throw new BadFile(
      `In row ${(stray.row ?? 0) + 1} a quote (") stands in the middle of a field. Write it twice ("") or take it away, then try again.`,
    );
  }
}

const PHONE = /^[+(]?[\d\s().+/-]{7,}$/;
const KNOWN = /phone|mobile|cell|tel|number|name|e-?mail|company|business|tag|note|first|last|country/i;

/** A row of names: no cell of it is a number, and it speaks of people or differs from the rows below. */
function looksLikeHeader([head, below]: readonly Row[]): boolean {
  const [first, second] = [head?.cells ?? [], below?.cells];
  const filled = first.filter((cell) => cell.trim() !== '');
  if (filled.length === 0 || filled.some((cell) => PHONE.test(cell.trim()))) return false;
  return filled.some((cell) => KNOWN.test(cell)) || (second ?? []).some((cell) => PHONE.test(cell.trim()));
}

/** Every column by a name of its own. */
function namesOf(header: readonly string[], width: number) {
  const columns: string[] = [];
  const twice = new Set<string>();
  for (let at = 0; at < width; at += 1) {
    const name = header[at]?.trim().slice(0, 100) || `Column ${at + 1}`;
    let own = name;
    for (let n = 2; columns.includes(own); n += 1) own = `${name} (${n})`;
    if (own !== name) twice.add(name);
    columns.push(own);
  }
  const warnings = [...twice]
    .slice(0, 3)
    .map((name) => `Several columns are called “${name}”; they are numbered here.`);
  return { columns, warnings };
}
