import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify, type Plugin, type Rolldown, transformWithOxc } from 'vite';
import { themeVariables } from './themeVariables.ts';

/** What a first visit is built of: by the first part of an address, its page, and what a plain list of it asks for. */
export type FirstPages = Record<string, { page: string; reads: string[] }>;

type Bundle = Rolldown.OutputBundle;
const folder = 'src/dashboard/first';

/**
 * Puts into index.html what everything else would wait for: the script that asks early, the theme's variables, and all
 * styles of the pages that people begin with. Those styles are files no more.
 */
export function firstLoad(pages: FirstPages): Plugin {
  return {
    name: 'first-load',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const ground = await readFile(join(folder, 'first.css'), 'utf8');
        const styles = ground + (bundle ? takeStyles(bundle, Object.values(pages)) : '');
        const variables = themeVariables(bundle && styles + textOf(bundle));
        const script = await scriptFor(bundle ? namesIn(bundle, pages) : NO_NAMES);
        // Seen by the browser before it runs anything.
        const links = bundle ? codeOf(bundle, entryOf(bundle)).map(linkTo).join('') : '';
        const mark = await readFile('public/icon.svg', 'utf8');
        return html
          .replace(/\s*<link rel="stylesheet"[^>]*>/g, '')
          .replace('<script first></script>', () => `${links}<script>${script}</script>`)
          .replace('<style first></style>', () => `<style>${variables}${styles}</style>`)
          .replace('<svg first></svg>', () => mark);
      },
    },
  };
}

/** What `first/first.ts` declares: what the build called things. */
const namesIn = (bundle: Bundle, pages: FirstPages) => ({
  PAGES: placesIn(bundle, pages),
  FONT: fontIn(bundle),
  AHEAD: aheadIn(bundle),
  CLIENT: `/${chunkWith(bundle, '/node_modules/ky/').fileName}`,
});

/** While nothing is built. */
const NO_NAMES: ReturnType<typeof namesIn> = { PAGES: {}, FONT: '', AHEAD: '', CLIENT: '' };

/** The script as browsers run it, told those. */
async function scriptFor(names: ReturnType<typeof namesIn>): Promise<string> {
  const define = Object.fromEntries(Object.entries(names).map(([name, value]) => [name, JSON.stringify(value)]));
  const { code } = await transformWithOxc(await readFile(join(folder, 'first.ts'), 'utf8'), 'first.ts', { define });
  return (await minify('first.js', code)).code;
}

const chunkWith = (bundle: Bundle, module: string) => {
  const found = Object.values(bundle).find(
    (output) => output.type === 'chunk' && output.moduleIds.some((id) => id.includes(module)),
  );
  if (found?.type !== 'chunk') throw new Error(`${module} is in no chunk`);
  return found;
};

const chunkOf = (bundle: Bundle, file: string) => chunkWith(bundle, `/src/dashboard/${file}`);
const chunkOfPage = (bundle: Bundle, page: string) => chunkOf(bundle, `pages/${page}`);

/** A chunk and everything it imports at once. */
function withImports(bundle: Bundle, file: string, seen = new Set<string>()): Set<string> {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || seen.has(file)) return seen;
  seen.add(file);
  for (const imported of chunk.imports) withImports(bundle, imported, seen);
  return seen;
}

const entryOf = (bundle: Bundle) =>
  Object.values(bundle).find((output) => output.type === 'chunk' && output.isEntry)?.fileName ?? '';

/**
 * A chunk and all that it imports, the largest first: browsers open six connections to a server, and what is asked for
 * beyond that waits.
 */
const codeOf = (bundle: Bundle, file: string) =>
  [...withImports(bundle, file)].sort((a, b) => lengthOf(bundle[b]) - lengthOf(bundle[a])).map((name) => `/${name}`);

/** What reads is at work before the rest is here, so it must not need any of it. */
function aheadIn(bundle: Bundle) {
  const { fileName, imports } = chunkOf(bundle, 'ahead.ts');
  if (imports.length > 0) throw new Error(`ahead.ts needs ${imports.join(', ')}: does something it imports use React?`);
  return `/${fileName}`;
}

const linkTo = (file: string) => `<link rel="modulepreload" crossorigin href="${file}">`;

const lengthOf = (output: Bundle[string] | undefined) => (output?.type === 'chunk' ? output.code.length : 0);

/** Of each page what it is made of besides what all are, and what it reads. */
function placesIn(bundle: Bundle, pages: FirstPages) {
  const shared = codeOf(bundle, entryOf(bundle));
  return Object.fromEntries(
    Object.entries(pages).map(([place, { page, reads }]) => {
      const code = codeOf(bundle, chunkOfPage(bundle, page).fileName).filter((file) => !shared.includes(file));
      return [place, { code, reads }];
    }),
  );
}

/** The styles of the entry and these pages, taken out of the bundle. */
function takeStyles(bundle: Bundle, pages: { page: string }[]): string {
  const files = [entryOf(bundle), ...pages.map(({ page }) => chunkOfPage(bundle, page).fileName)];
  const chunks = new Set(files.flatMap((file) => [...withImports(bundle, file)]));
  const styles: string[] = [];
  for (const file of chunks) {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk') continue;
    for (const name of chunk.viteMetadata?.importedCss ?? []) {
      const asset = bundle[name];
      if (asset?.type === 'asset') styles.push(String(asset.source));
      chunk.viteMetadata?.importedCss.delete(name);
      delete bundle[name];
    }
  }
  return styles.join('');
}

/** All code and styles that are files. */
const textOf = (bundle: Bundle) =>
  Object.values(bundle)
    .map((output) =>
      output.type === 'chunk' ? output.code : output.fileName.endsWith('.css') ? String(output.source) : '',
    )
    .join('\n');

const fontIn = (bundle: Bundle): string => {
  const name = Object.keys(bundle).find((file) => /inter-latin-wght-normal[^/]*\.woff2$/.test(file));
  return name ? `/${name}` : '';
};
