/** `forklift, nights`; a tag that holds a comma, a quote or a blank at an end is quoted, as a field of CSV is. */
export const joinTags = (tags: readonly string[]): string =>
  tags.map((tag) => (/[",;\r\n]|^\s|\s$/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag)).join(', ');

/** The tags that `joinTags`, or a person, has written into one field. */
export function splitTags(text: string): string[] {
  const tags = [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,;]*))\s*(?:[,;]|$)/g)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'),
  );
  return [...new Set(tags.filter((tag) => tag.trim() !== ''))];
}
