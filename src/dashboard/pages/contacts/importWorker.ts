import { BadFile } from '#dashboard/lib/csvDecode.ts';
import { readCsv, type Table } from '#dashboard/lib/csvRead.ts';
import { guessMapping } from '#dashboard/lib/importMapping.ts';
import { type ImportRow, prepare } from '#dashboard/lib/importRows.ts';
import type { ImportItem } from '#dashboard/jobs/kinds/importContacts.ts';
import type { Answers, Asked, Shown } from './importFile.ts';

// Reads the file and works out its rows beside the page, which stays quick. The rows stay here until they are imported.
let bytes = new Uint8Array();
let table: Table | undefined;
let rows: ImportRow[] = [];
let existing: ReadonlyMap<string, number> | null = null;

const SAMPLE = 50;

const answers: { [What in keyof Answers]: (asked: Extract<Asked, { what: What }>) => Answers[What] } = {
  read: ({ bytes: given, hasHeader }) => {
    if (given) bytes = new Uint8Array(given);
    existing = null;
    table = readCsv(bytes, hasHeader);
    const { rows: all, ...about } = table;
    const sample = all.slice(0, SAMPLE).map(({ cells }) => cells);
    return { ...about, total: all.length, sample: sample.slice(0, 3), mapping: guessMapping(about.columns, sample) };
  },
  prepare: ({ mapping, country }) => {
    const { rows: prepared, ...counts } = prepare(table?.rows ?? [], mapping, country);
    rows = prepared;
    return counts;
  },
  phones: () => [
    ...new Set(rows.flatMap(({ phone, twinOf }) => (phone === null || twinOf !== undefined ? [] : [phone]))),
  ],
  mark: ({ contacts }) => {
    existing = contacts && new Map(contacts);
    return { exist: rows.filter(isThere).length };
  },
  page: ({ show, page, perPage }) => {
    const shown = rows.filter((row) => show === 'all' || stateOf(row) === show);
    return { rows: shown.slice((page - 1) * perPage, page * perPage).map(itemOf), total: shown.length };
  },
  items: () => rows.map(itemOf),
};

const isThere = ({ phone, twinOf }: ImportRow) =>
  phone !== null && twinOf === undefined && existing?.has(phone) === true;

function stateOf(row: ImportRow): Shown {
  if (row.problem !== undefined) return 'invalid';
  if (row.twinOf !== undefined) return 'twin';
  return isThere(row) ? 'exists' : 'new';
}

function itemOf(row: ImportRow): ImportItem {
  const there = row.phone === null ? undefined : existing?.get(row.phone);
  if (there !== undefined) return { ...row, existing: there };
  return existing ? { ...row, isNew: true } : row;
}

/** One answer to each question, with its number. */
addEventListener('message', ({ data: { id, asked } }: MessageEvent<{ id: number; asked: Asked }>) => {
  try {
    // The table of answers is typed by `what`; that the two belong together can't be said to the compiler.
    const answer = (answers[asked.what] as (asked: Asked) => unknown)(asked);
    postMessage({ id, answer });
  } catch (error) {
    postMessage({
      id,
      bad:
        error instanceof BadFile
          ? error.message
          : 'The file could not be read. Save it again as “CSV UTF-8” and try once more.',
    });
  }
});
