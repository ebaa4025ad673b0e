import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';

// What a first visit ships, from the built manifest: index.html, which holds the styles, and JS, as Brotli. Over its
// budget, the check fails.

/** KB (1,000 bytes) that the first load of a page may ship, everything shared included. */
const budgets = [
  { page: 'inbox', firstLoadKb: 140 },
  { page: 'contacts', firstLoadKb: 140 },
];

const Chunk = z.object({
  file: z.string(),
  name: z.optional(z.string()),
  css: z.array(z.string()).default([]),
  imports: z.array(z.string()).default([]),
});
const folder = 'dist/dashboard';
const manifest = z.record(z.string(), Chunk).parse(JSON.parse(readFileSync(`${folder}/.vite/manifest.json`, 'utf8')));

for (const { page, firstLoadKb } of budgets) {
  const [key = page] = Object.entries(manifest).find(([, { name }]) => name === page) ?? [];
  const files = new Set(['index.html', ...filesOf('index.html'), ...filesOf(key)]);
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
