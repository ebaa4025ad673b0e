const bytes = (text: string) => Buffer.from(text, 'utf8');
const latin = (text: string) => Buffer.from(text, 'latin1');
const head = 'First name,Phone\r\n';
const good = `${head}Dana,+13035550142\r\n`;

/** A file that something is wrong with, and what people are told. `reads`: it can be imported all the same. */
export type OddFile = { name: string; content: Buffer; says: RegExp; reads?: true };

/** What people really try to import, and what is done to an import on purpose. */
export const oddFiles: readonly OddFile[] = [
  { name: 'empty.csv', content: bytes(''), says: /is empty/ },
  { name: 'blanks.csv', content: bytes('  \r\n\t\r\n'), says: /nothing but blanks/ },
  { name: 'bom only.csv', content: bytes('\uFEFF'), says: /nothing but blanks/ },
  { name: 'header only.csv', content: bytes(head), says: /names its columns but has no rows/ },
  { name: 'huge.csv', content: Buffer.alloc(100_000_000, 'a'), says: /100 MB; up to 50 MB/ },
  { name: 'workbook.csv', content: latin('PK\x03\x04\x14\0\x06\0'), says: /Excel workbook/ },
  { name: 'old workbook.csv', content: latin('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'), says: /old Excel workbook/ },
  { name: 'report.csv', content: bytes('%PDF-1.7\n1 0 obj'), says: /is a PDF/ },
  { name: 'picture.csv', content: latin('\x89PNG\r\n\x1A\n'), says: /is a picture/ },
  { name: 'photo.csv', content: latin('\xFF\xD8\xFF\xE0'), says: /is a picture/ },
  { name: 'anim.csv', content: bytes('GIF89a,'), says: /is a picture/ },
  { name: 'packed.csv', content: latin('\x1F\x8B\x08\0'), says: /is compressed/ },
  { name: 'letter.csv', content: bytes('{\\rtf1 hello}'), says: /RTF/ },
  { name: 'base.csv', content: bytes('SQLite format 3\0'), says: /database/ },
  { name: 'page.csv', content: bytes('<!doctype html><table><tr><td>1'), says: /web page/ },
  { name: 'data.csv', content: bytes('<?xml version="1.0"?><a/>'), says: /XML/ },
  { name: 'list.csv', content: bytes('[{"phone":"+13035550142"}]'), says: /JSON/ },
  {
    name: 'random.csv',
    content: Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * 7919) % 256)),
    says: /not a text file/,
  },
  { name: 'zeros.csv', content: Buffer.alloc(1_000), says: /not a text file|nothing but blanks/ },
  { name: 'nul inside.csv', content: bytes(`${head}Da\0na,+13035550142\r\n`), says: /not a text file/ },
  {
    name: 'open quote.csv',
    content: bytes(`${good}"Ann,+13035550143\r\nBo,+13035550144\r\n`),
    says: /row 3 a quote .* never closed/,
  },
  { name: 'open quote at the end.csv', content: bytes(`${good}Ann,"+13035550143`), says: /never closed/ },
  { name: 'stray quote.csv', content: bytes(`${head}"Da"na",+13035550142\r\n`), says: /row 2 a quote/ },
  {
    name: '10000 columns.csv',
    content: bytes(`${'a,'.repeat(9_999)}Phone\r\n${'1,'.repeat(9_999)}+13035550142\r\n`),
    says: /10,000 columns; up to 500/,
  },
  {
    name: 'too many rows.csv',
    content: bytes(`${head}${'D,+13035550142\n'.repeat(200_002)}`),
    says: /rows; up to 200,000/,
  },
  {
    name: 'no phones.csv',
    content: bytes('First name,Town\r\nDana,Denver\r\n'),
    says: /Choose the column for Phone/,
    reads: true,
  },
  {
    name: 'no valid phone.csv',
    content: bytes(`${head}Dana,12\r\nAnn,999\r\n`),
    says: /No row has a valid phone/,
    reads: true,
  },
  {
    name: 'prose.csv',
    content: bytes('Dear all,\r\nplease find the list below.\r\nKind regards\r\n'),
    says: /Choose the column for Phone/,
    reads: true,
  },
  {
    name: 'same names.csv',
    content: bytes('Name,Phone,Phone\r\nDana,+13035550142,\r\n'),
    says: /Several columns are called “Phone”/,
    reads: true,
  },
  {
    name: 'mixed encodings.csv',
    content: Buffer.concat([bytes(`${head}Zoë,+13035550142\r\n`), latin('Zo\xEB,+13035550143\r\n')]),
    says: /mixes two encodings/,
    reads: true,
  },
  {
    name: 'formulas.csv',
    content: bytes(
      `${head}=HYPERLINK("http://evil.test"),+13035550142\r\n`.replace(
        '=HYPERLINK("http://evil.test")',
        '"=HYPERLINK(""http://evil.test"")"',
      ),
    ),
    says: /1 row with a valid phone/,
    reads: true,
  },
  {
    name: 'markup.csv',
    content: bytes(`${head}<img src=x onerror=alert(1)>,+13035550142\r\n`),
    says: /1 row with a valid phone/,
    reads: true,
  },
  { name: 'windows.csv', content: latin(`${head}Zo\xEB,+13035550142\r\n`), says: /Windows-1252/, reads: true },
  { name: 'utf16 le.csv', content: Buffer.from(`\uFEFF${good}`, 'utf16le'), says: /UTF-16/, reads: true },
  { name: 'utf16 be.csv', content: Buffer.from(`\uFEFF${good}`, 'utf16le').swap16(), says: /UTF-16/, reads: true },
  { name: 'utf16 unmarked.csv', content: Buffer.from(good, 'utf16le'), says: /UTF-16/, reads: true },
  {
    name: 'cut utf16.csv',
    content: Buffer.from(`\uFEFF${good}`, 'utf16le').subarray(0, -3),
    says: /middle of a letter/,
    reads: true,
  },
  {
    name: 'sep line.csv',
    content: bytes('sep=;\r\nName;Phone\r\nDana;+13035550142\r\n'),
    says: /semicolons/,
    reads: true,
  },
  { name: 'tabs.tsv', content: bytes('Name\tPhone\r\nDana\t+13035550142\r\n'), says: /tabs/, reads: true },
  {
    name: 'scientific.csv',
    content: bytes(`${head}Dana,1.3035550142E+10\r\n`),
    says: /No row has a valid phone/,
    reads: true,
  },
  {
    name: 'long cell.csv',
    content: bytes(`${head}${'x'.repeat(1_000_000)},+13035550142\r\nAnn,+13035550143\r\n`),
    says: /1 row with a valid phone, 1 without/,
    reads: true,
  },
  {
    name: 'mixed line ends.csv',
    content: bytes('First name,Phone\nDana,+13035550142\r\nAnn,+13035550143\rBo,+13035550144\n'),
    says: /3 rows with a valid phone/,
    reads: true,
  },
  {
    name: 'ragged.csv',
    content: bytes(`${head}Dana\r\n,+13035550142,,,,,\r\n`),
    says: /1 row with a valid phone, 1 without/,
    reads: true,
  },
];
