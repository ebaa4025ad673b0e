import type { Shortcut } from './useShortcut.ts';

type Where = { where: string; shortcuts: readonly Shortcut[] };

/** The keys of single pages, for the list of all; `scripts/shortcuts.test.ts` holds it to what the pages register. */
export const pageShortcuts: readonly Where[] = [
  {
    where: 'In lists',
    shortcuts: [
      { keys: '/', label: 'Search this list' },
      { keys: 'j', label: 'Next row' },
      { keys: 'k', label: 'Previous row' },
      { keys: 'f', label: 'Flag the row, or take its flag away' },
    ],
  },
  { where: 'On a contact', shortcuts: [{ keys: 'f', label: 'Flag the contact, or take its flag away' }] },
  {
    where: 'In the inbox',
    shortcuts: [
      { keys: '/', label: 'Search texts and people' },
      { keys: 'j', label: 'Next conversation' },
      { keys: 'k', label: 'Conversation before' },
      { keys: 'r', label: 'Reply' },
      { keys: 't', label: 'Reply with a template' },
      { keys: 's', label: 'Schedule what is written' },
      { keys: 'c', label: 'Copy the newest text' },
      { keys: 'f', label: 'Flag or unflag the contact' },
      { keys: 'e', label: 'Mark read or unread' },
    ],
  },
];

const ofPages = new Set(pageShortcuts.flatMap(({ shortcuts }) => shortcuts.map(({ label }) => label)));

/** All there are: those that work everywhere, as they are registered now, then those of each kind of page. */
export const everyShortcut = (registered: readonly Shortcut[]): readonly Where[] => [
  { where: 'Everywhere', shortcuts: registered.filter(({ label }) => !ofPages.has(label)) },
  ...pageShortcuts,
];
