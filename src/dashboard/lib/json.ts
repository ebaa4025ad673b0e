/** A piece of JSON and what it is. */
export type JsonToken = { kind: 'key' | 'string' | 'number' | 'word' | 'mark' | 'space'; text: string };

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)|([{}[\],])|(\s+)/gy;

/** `text` set out over lines with two blanks to a level; as it is when it is no JSON. */
export function setOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Takes JSON apart for colouring; null when it is none. */
export function jsonTokens(text: string): JsonToken[] | null {
  const tokens: JsonToken[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index !== at) return null;
    at += match[0].length;
    const [whole, string, colon, number, word, mark] = match;
    if (string !== undefined) {
      tokens.push({ kind: colon ? 'key' : 'string', text: string });
      if (colon) tokens.push({ kind: 'mark', text: colon });
    } else if (number !== undefined) tokens.push({ kind: 'number', text: whole });
    else if (word !== undefined) tokens.push({ kind: 'word', text: whole });
    else tokens.push({ kind: mark === undefined ? 'space' : 'mark', text: whole });
  }
  return at === text.length ? tokens : null;
}
