import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { root } from '../prepare.mjs';

// Which file of the build a module is in. Dozens of tiny files compress badly and wait for each other, most of all on a
// slow line, where each costs half a second: what is needed together is one.

type Info = (id: string) => Pick<Rolldown.ModuleInfo, 'code' | 'importedIds' | 'dynamicallyImportedIds'> | null;

/** What the shell fetches by itself once the page stands. */
const FRAME = ['liveEvents.ts', 'Standing.tsx', 'AgeStrip.tsx', 'Toasts.tsx', 'LiveDot.tsx', 'recents.ts']
  .map((file) => `shell/${file}`)
  .concat('api/outbox.ts', 'api/broadcastsGoingOut.ts', 'api/poll.ts', 'jobs/runner.ts');

/** What reads and keeps answers, and nothing that draws: it is at work while the rest is on its way. */
const READS = /\/node_modules\/(zod|@tanstack\/query-core|@tanstack\/react-query\/.*Options\.)/;

const NAMES = ['lists', 'inbox', 'contacts', 'frame', 'thread'];

let known: Map<string, string> | undefined;
const file = (name: string) => ({
  debugName: name,
  name: (id: string, graph: { getModuleInfo: Info }) => {
    known ??= assigned((of) => graph.getModuleInfo(of));
    return (READS.test(id) ? 'reads' : known.get(iconIn(id) ?? id)) === name ? name : null;
  },
});

const atFirst = { tags: ['$initial' as const] };
/** The files that are put together by hand, as the bundler wants to be told; it sees to the rest. */
export const groups = [
  { ...atFirst, ...file('reads'), priority: NAMES.length + 2 },
  { ...atFirst, name: 'shared', priority: NAMES.length + 1 },
  // Asks for what was not asked early; comes once the page stands.
  { name: 'client', test: /\/node_modules\/ky\//, priority: NAMES.length + 1 },
  // What a module of an earlier one imports is in an earlier one.
  ...NAMES.map((name, index) => ({ ...file(name), priority: NAMES.length - index })),
];

/**
 * Has Chrome compile all of these files on another thread while they arrive, instead of each function when it is first
 * called (V8's explicit compile hints). Other browsers read a comment, and only a comment may be added here: the names of
 * the files are of what was in them before.
 */
export const compiledEarly: Plugin = {
  name: 'compiled-early',
  enforce: 'post',
  // After Vite has put the names of later styles before all else: the hint is the first line, or none.
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !(chunk.isEntry || ['reads', ...NAMES].includes(chunk.name))) continue;
        chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
      }
    },
  },
};

/** By module, the first of these files that needs it. */
function assigned(info: Info): Map<string, string> {
  const needed = (...entries: string[]) => neededBy(entries, info);
  const inbox = needed('pages/inbox/InboxPage.tsx');
  const contacts = needed('pages/contacts/ContactsPage.tsx');
  const frame = needed(...FRAME);
  // These come later to the inbox, one by one.
  const later = new Set([...inbox].flatMap((id) => info(id)?.dynamicallyImportedIds ?? []));
  const atOnce = [...contacts].filter((id) => !later.has(id));
  const files: [string, Iterable<string>][] = [
    ['reads', needed('ahead.ts')],
    ['lists', [...atOnce, ...inbox].filter((id) => (inbox.has(id) && contacts.has(id)) || frame.has(id))],
    ['inbox', inbox],
    ['contacts', atOnce],
    ['frame', frame],
    ['thread', needed('pages/inbox/ThreadPane.tsx')],
  ];
  const parts = new Map<string, string>();
  for (const [name, ids] of files) for (const id of ids) if (!parts.has(id)) parts.set(id, name);
  return parts;
}

/** Icons come out of one module that names them all, and each is a module of its own. */
const iconIn = (id: string) => /\/icons\/(Icon\w+)\.mjs$/.exec(id)?.[1];
const iconsOf = (code: string | null | undefined) =>
  [...(code ?? '').matchAll(/import\s*\{([^}]*)\}\s*from\s*["']@tabler\/icons-react["']/g)].flatMap(
    ([, names]) => names?.match(/\bIcon\w+/g) ?? [],
  );

/** Our own modules and the icons that these of the dashboard need at once, themselves included. */
function neededBy(entries: string[], info: Info): Set<string> {
  const needed = new Set<string>();
  const add = (id: string) => {
    if (needed.has(id) || !id.startsWith(join(root, 'src/'))) return;
    needed.add(id);
    const of = info(id);
    for (const icon of iconsOf(of?.code)) needed.add(icon);
    of?.importedIds.forEach(add);
  };
  for (const entry of entries) add(join(root, 'src/dashboard', entry));
  return needed;
}
