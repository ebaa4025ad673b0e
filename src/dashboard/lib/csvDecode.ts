/** A file that can't be read as a table, in a sentence that says what it is and what to do. */
export class BadFile extends Error {
  override name = 'BadFile';
}

export type Decoded = {
  text: string;
  encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
  /** What was not quite right, though it could be read. */
  warnings: string[];
};

/** Larger files are no list of people that a thousand requests an hour could take in. */
const MAX_BYTES = 50_000_000;
const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`;

/** Throws `BadFile`. For before it is read. */
export function refuseSize(size: number): void {
  if (size === 0) throw new BadFile('The file is empty. Export it again, or choose another one.');
  if (size > MAX_BYTES) {
    throw new BadFile(
      `The file has ${megabytes(size)}; up to ${megabytes(MAX_BYTES)} can be read. Split it into smaller files.`,
    );
  }
}

const kinds: readonly (readonly [head: string, sentence: string])[] = [
  ['PK\x03\x04', 'This is an Excel workbook or a zip file, not a CSV file. Open it and save it as “CSV UTF-8”.'],
  ['\xD0\xCF\x11\xE0', 'This is an old Excel workbook, not a CSV file. Open it and save it as “CSV UTF-8”.'],
  ['%PDF', 'This is a PDF, not a CSV file. Export the list itself as CSV.'],
  ['{\\rtf', 'This is a text document (RTF), not a CSV file. Save the list as CSV.'],
  ['\x1F\x8B', 'This file is compressed. Unpack it first.'],
  ['\x89PNG', 'This is a picture, not a CSV file.'],
  ['\xFF\xD8\xFF', 'This is a picture, not a CSV file.'],
  ['GIF8', 'This is a picture, not a CSV file.'],
  ['SQLite format 3', 'This is a database, not a CSV file. Export the list as CSV.'],
];

/** Reads the bytes of a text file, in whatever encoding spreadsheets write. Throws `BadFile`. */
export function decode(bytes: Uint8Array): Decoded {
  refuseSize(bytes.length);
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const known = kinds.find(([start]) => head.startsWith(start));
  if (known) throw new BadFile(known[1]);
  const decoded = utf16(bytes) ?? bytewise(bytes);
  const text = decoded.text.replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new BadFile('The file holds nothing but blanks. Choose another one.');
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(text)) {
    throw new BadFile('This is a web page or XML, not a CSV file. Export the list as CSV.');
  }
  if (/^\s*[[{]\s*["{[\]}]/.test(text)) throw new BadFile('This is JSON, not a CSV file. Export the list as CSV.');
  refuseBinary(text, decoded.encoding);
  return { ...decoded, text };
}

/** By its byte order mark, or by every other byte being zero, as in Latin text. */
function utf16(bytes: Uint8Array): Decoded | null {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const name = marked ?? unmarkedUtf16(bytes.subarray(0, 2_000));
  if (!name) return null;
  const warnings = bytes.length % 2 === 1 ? ['The file ends in the middle of a letter; it may be cut off.'] : [];
  return { text: new TextDecoder(name).decode(bytes), encoding: 'UTF-16', warnings };
}

function unmarkedUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (sample.length < 4) return null;
  const zeros = [0, 1].map((odd) => sample.filter((byte, at) => at % 2 === odd && byte === 0).length);
  const enough = sample.length * 0.3;
  if (zeros[1]! > enough && zeros[0] === 0) return 'utf-16le';
  return zeros[0]! > enough && zeros[1] === 0 ? 'utf-16be' : null;
}

function bytewise(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8', warnings: [] };
  } catch {
    return byLines(bytes);
  }
}

/** Windows-1252; lines that are UTF-8 all the same are read as that. */
function byLines(bytes: Uint8Array): Decoded {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const windows = new TextDecoder('windows-1252');
  const foreign: number[] = [];
  let other = 0;
  let text = '';
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start) + 1 || bytes.length;
    const part = bytes.subarray(start, end);
    start = end;
    try {
      const read = utf8.decode(part);
      if (read.length < part.length) foreign.push(line);
      text += read;
    } catch {
      other += 1;
      text += windows.decode(part);
    }
  }
  if (foreign.length === 0) return { text, encoding: 'Windows-1252', warnings: [] };
  const isMostlyUtf8 = foreign.length > other;
  return {
    text,
    encoding: isMostlyUtf8 ? 'UTF-8' : 'Windows-1252',
    warnings: [
      `The file mixes two encodings (UTF-8 and Windows-1252), for instance in line ${foreign[0]}. Each line was read by itself; look whether letters such as é are right.`,
    ],
  };
}

/** Text that is UTF-8 may hold odd characters; what is not, and is full of them, was never text. */
function refuseBinary(text: string, encoding: Decoded['encoding']) {
  const sample = text.slice(0, 20_000);
  const odd = [...sample.matchAll(/[\p{Cc}\uFFFD]/gu)].filter(([letter]) => !/\s/.test(letter)).length;
  if (text.includes('\0') || odd > sample.length * (encoding === 'Windows-1252' ? 0.02 : 0.3)) {
    throw new BadFile(
      'This is not a text file, so it can’t be a CSV file. Choose the file that your list was exported to.',
    );
  }
}
