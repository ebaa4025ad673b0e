import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';

// What a first visit ships, from the built manifest: JS and CSS as Brotli. Over its budget, the check fails.

/** KB (1,000 bytes) that the first load of a page may ship, everything shared included. */
const budgets = [
  { page: 'src/dashboard/pages/inbox/InboxPage.tsx', firstLoadKb: 149.5 },
  { page: 'src/dashboard/pages/contacts/ContactsPage.tsx', firstLoadKb: 154.5 },
];

const Chunk = z.object({
  file: z.string(),
  css: z.array(z.string()).default([]),
  imports: z.array(z.string()).default([]),
});
const folder = 'dist/dashboard';
const manifest = z.record(z.string(), Chunk).parse(JSON.parse(readFileSync(`${folder}/.vite/manifest.json`, 'utf8')));

for (const { page, firstLoadKb } of budgets) {
  const files = new Set([...filesOf('index.html'), ...filesOf(page)]);
  const kb = [...files].reduce((sum, file) => sum + statSync(`${folder}/${file}.br`).size, 0) / 1_000;
  console.log(`${page}: ${kb.toFixed(1)} of ${firstLoadKb} KB in ${files.size} files`);
  if (kb > firstLoadKb) process.exitCode = 1;
}

/** A chunk's own files and those of everything it imports statically. */
function filesOf(name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const chunk = manifest[name];
  if (!chunk) throw new Error(`${name} is not in the manifest: is it still a page of its own?`);
  return [chunk.file, ...chunk.css, ...chunk.imports.flatMap((imported) => filesOf(imported, seen))];
}
