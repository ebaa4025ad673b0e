import { expect, test } from 'vitest';
import { keysKept } from './storedHere.ts';

test('half-typed forms are told apart from settings, each once', () => {
  const keys = [
    'switchboard-draft/demo@x.test/contact-7',
    'switchboard-draft/demo@x.test/contact-7-base',
    'switchboard-draft/demo@x.test/group-new',
    'switchboard-draft/demo@x.test/simulator-sent',
    'switchboard-draft/demo@x.test/recent',
    'switchboard-preferences',
    'mantine-color-scheme-value',
    'of another app',
  ];
  expect(keysKept(keys)).toEqual([
    { what: 'Forms half filled in', entries: 2 },
    { what: 'Settings, and what was used last', entries: 4 },
  ]);
});
