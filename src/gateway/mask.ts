const secrets: [RegExp, string][] = [
  [/\b(Basic|Bearer)\s+[\w+/=.-]+/gi, '$1 …'],
  [/\bsha256=[\w+/=]+/gi, 'sha256=…'],
  [/("(?:password|secret|authorization|cookie|content|message_body)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi, '$1"…"'],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '…@…'],
  // A phone number however it is written; ids and line numbers are shorter.
  [/\+?\d(?:[\s().-]{0,2}\d){8,14}/g, '…'],
];

/** A text for the log without credentials, addresses and phone numbers that an error may have quoted. */
export const masked = (text: string): string =>
  secrets.reduce((rest, [pattern, mark]) => rest.replace(pattern, mark), text);
