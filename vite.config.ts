import react from '@vitejs/plugin-react';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { compiledEarly, groups } from './scripts/build/chunks.ts';
import { firstLoad, type FirstPages } from './scripts/build/firstLoad.ts';
import { keptPage } from './scripts/build/keptPage.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes `.br` and `.gz` beside every text asset, so that serving one costs no CPU. */
export function precompress(folder: string): Plugin {
  return {
    name: 'precompress',
    async closeBundle() {
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg|json|webmanifest)$/.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        await writeFile(
          `${path}.br`,
          await brotli(bytes, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: 11,
              [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
              [constants.BROTLI_PARAM_LGWIN]: 24,
              [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            },
          }),
        );
        await writeFile(`${path}.gz`, await zip(bytes, { level: 9 }));
      }
    },
  };
}

/** The migrations travel with the bundle that runs them. */
const migrations: Plugin = {
  name: 'migrations',
  closeBundle: () => cp('src/server/db/migrations', 'dist/server/migrations', { recursive: true }),
};

/**
 * What the dashboard never calls: of react-router what it prefetches where a framework serves its pages, of Mantine what
 * works out variables that the build has written, and classes that nothing has.
 */
const neverCalled = /react-router\/.*\/ssr\/(links|single-fetch)\.js|\/Mantine(CssVariables|Classes)\.mjs/;

/** Leaves the names of what is never called and drops the rest. */
const withoutUnused: Plugin = {
  name: 'without-unused',
  transform(code, id) {
    if (!neverCalled.test(id)) return undefined;
    const exported = [...code.matchAll(/^export \{(.*)\};?$/gm)]
      .flatMap(([, names]) => names?.split(',') ?? [])
      .map((name) => `never as ${name.replace(/.* as /, '').trim()}`);
    return { code: `const never = () => undefined;\nexport { ${exported.join(', ')} };`, map: null };
  },
};

/** The pages that people begin with. */
const pages: FirstPages = {
  inbox: {
    page: 'inbox/InboxPage.tsx',
    reads: ['/api/messages?last_message_to_each_contact=true&per_page=50'],
  },
  contacts: { page: 'contacts/ContactsPage.tsx', reads: ['/api/contacts?page=1&per_page=25'] },
};

const dashboard = 'dist/dashboard';
const gateway = process.env['GATEWAY'] ?? 'http://127.0.0.1:8080';

/** `vite build` makes the dashboard, `vite build --ssr` the server; `vite` serves the dashboard before a running gateway. */
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        publicDir: false,
        plugins: [migrations],
        // One file is read faster than a thousand. PGlite finds its WebAssembly beside its own code.
        ssr: { noExternal: true, external: ['@electric-sql/pglite'] },
        build: {
          outDir: 'dist/server',
          target: 'node24',
          minify: false,
          // Chunks beside main.js: the migrations are found next to the code that runs them.
          rolldownOptions: { output: { chunkFileNames: '[name].js' } },
        },
      }
    : {
        plugins: [
          react({ compiler: true, exclude: [/\/node_modules\//, /dashboard\/(shell|ui|lib|api)\//] }),
          withoutUnused,
          firstLoad(pages),
          compiledEarly,
          keptPage,
          precompress(dashboard),
        ],
        build: {
          outDir: dashboard,
          manifest: true,
          target: 'es2023',
          // The names of every chunk's chunks would be 5 KB of each first visit, to save later pages one round trip.
          modulePreload: {
            polyfill: false,
            resolveDependencies: (_file, needed) => needed.filter((name) => name.endsWith('.css')),
          },
          // Dozens of tiny files compress badly and wait for each other: what many need together is one.
          rolldownOptions: {
            output: {
              codeSplitting: { groups },
            },
          },
        },
        server: {
          host: '127.0.0.1',
          proxy: Object.fromEntries(
            ['/api', '/session', '/budget', '/drafts', '/live', '/events', '/media', '/carrier'].map((path) => [
              path,
              { target: gateway },
            ]),
          ),
        },
      },
);
