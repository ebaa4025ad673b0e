/** What spreadsheets would take for a formula, also behind blanks or apostrophes; and a line break or tab at the start. */
const FORMULA = /^'*(?:[\s\p{Cc}]*[=+\-@|%＝＋－＠]|[\t\r\n])/u;

/** A text that no spreadsheet evaluates: an apostrophe goes before what looks like a formula. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Takes the apostrophe of `guarded` away again; any other text stays as it is. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

const field = (text: string) => {
  const safe = guarded(text);
  return /[",;\t\r\n]|^[\s]|[\s]$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of a CSV file (RFC 4180), with its end. */
export const csvLine = (fields: readonly string[]): string => `${fields.map(field).join(',')}\r\n`;

/** A CSV file of records; the columns of the first to name them. The byte order mark tells spreadsheets it is UTF-8. */
export function csvFile(records: readonly Record<string, string>[], columns = columnsOf(records)): string {
  const lines = records.map((record) => csvLine(columns.map((column) => record[column] ?? '')));
  return `\uFEFF${csvLine(columns)}${lines.join('')}`;
}

const columnsOf = (records: readonly Record<string, string>[]) => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
];
