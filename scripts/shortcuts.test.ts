import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { everyShortcut, pageShortcuts } from '#dashboard/lib/shortcuts.ts';

/** The keys and labels that a folder of the dashboard registers. */
const registeredIn = (folder: string) =>
  globSync(`src/dashboard/${folder}/**/*.{ts,tsx}`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/useShortcut\(\s*'([^']+)',\s*'([^']+)'/g)].map(
      ([, keys = '', label = '']) => ({ keys, label }),
    ),
  );
const told = (shortcuts: readonly { keys: string; label: string }[]) =>
  shortcuts.map(({ keys, label }) => `${keys} ${label}`).toSorted();

test('the list of shortcuts names every key that a page registers, and none that is gone', () => {
  const pages = [...registeredIn('pages'), ...registeredIn('ui')];
  expect(pages.length).toBeGreaterThan(10);
  expect(told(pageShortcuts.flatMap(({ shortcuts }) => shortcuts))).toEqual(told(pages));
  const here = [{ keys: 'mod+k', label: 'Search or jump to…' }, ...pages];
  expect(everyShortcut(here)[0]).toEqual({ where: 'Everywhere', shortcuts: [here[0]] });
});
