import react from '@vitejs/plugin-react';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes `.br` and `.gz` beside every text asset, so that serving one costs no CPU. */
function precompress(folder: string): Plugin {
  return {
    name: 'precompress',
    async closeBundle() {
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg|json|webmanifest)$/.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        await writeFile(`${path}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
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

/** The browser checks by schemas but never describes them: what zod needs to write JSON Schema stays out of the bundle. */
const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  transform(code, id) {
    if (!/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js/.test(id)) return undefined;
    const checks = /^export function aggregateChecks[\s\S]*?^}/m.exec(code)?.[0] ?? '';
    const others = [...code.replace(checks, '').matchAll(/^export (?:const|function) (\w+)/gm)];
    const aliases = code.match(/^export \{.*$/gm) ?? [];
    const empty = others.map(([, name]) => `export const ${name} = () => undefined;`);
    return { code: [checks, ...empty, ...aliases].join('\n'), map: null };
  },
};

const dashboard = 'dist/dashboard';
const gateway = process.env['GATEWAY'] ?? 'http://127.0.0.1:8080';

/** `vite build` makes the dashboard, `vite build --ssr` the server; `vite` serves the dashboard before a running gateway. */
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        publicDir: false,
        plugins: [migrations],
        build: {
          outDir: 'dist/server',
          target: 'node24',
          minify: false,
          // Chunks beside main.js: the migrations are found next to the code that runs them.
          rolldownOptions: { output: { chunkFileNames: '[name].js' } },
        },
      }
    : {
        plugins: [react({ compiler: true }), withoutJsonSchema, precompress(dashboard)],
        build: {
          outDir: dashboard,
          manifest: true,
          target: 'es2023',
          // The names of every chunk's chunks would be 5 KB of each first visit, to save later pages one round trip.
          modulePreload: { resolveDependencies: (_file, needed) => needed.filter((name) => name.endsWith('.css')) },
          // What almost every page shares is one file: dozens of tiny ones compress badly and wait for each other.
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [{ name: 'shared', test: /src\/(contract|dashboard\/(ui|lib|api))\//, minShareCount: 24 }],
              },
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
