import { expect, test } from 'vitest';
import { linkify } from './linkify.ts';

const links = (text: string) => linkify(text).flatMap(({ href }) => href ?? []);

test('http and https addresses become links, without the full stop after them', () => {
  expect(links('See https://x.test/a?b=1. Or (http://y.test/z).')).toEqual(['https://x.test/a?b=1', 'http://y.test/z']);
});

test('a bracket that the address opened stays in it', () => {
  expect(links('https://x.test/a_(b)')).toEqual(['https://x.test/a_(b)']);
});

test('no other scheme, and no address that hides its host, becomes a link', () => {
  const texts = [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'JaVaScRiPt://x.test/%0aalert(1)',
    'vbscript:x',
    'file:///etc/passwd',
    'https://bank.test@evil.test/',
    'https://',
  ];
  for (const text of texts) expect(links(text), text).toEqual([]);
});

test('cutting a text loses none of it', () => {
  for (const text of ['', 'plain', 'a https://x.test, b', '<b>https://x.test</b>', '\u202Ehttps://x.test\u202C']) {
    expect(
      linkify(text)
        .map((stretch) => stretch.text)
        .join(''),
    ).toBe(text);
  }
});
