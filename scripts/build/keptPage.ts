import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { minify, type Plugin, transformWithOxc } from 'vite';
import { pagePath } from '../../src/contract/pagePath.ts';

/** Makes the service worker, told what the page begins with: the code that it names, its letters and what follows at once. */
export const keptPage: Plugin = {
  name: 'kept-page',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      const index = bundle['index.html'];
      if (index?.type !== 'asset') return;
      const html = String(index.source);
      const files = Object.keys(bundle).filter(
        (file) => (file.endsWith('.js') && html.includes(file)) || /(frame|thread|inter-latin-wght-normal)-/.test(file),
      );
      const define = Object.entries({
        VERSION: createHash('sha256').update(html).digest('base64url').slice(0, 22),
        FILES: files.map((file) => `/${file}`),
        PAGE_PATH: pagePath.source,
      }).map(([name, value]) => [name, JSON.stringify(value)]);
      const source = await readFile('src/dashboard/first/worker.ts', 'utf8');
      const { code } = await transformWithOxc(source, 'worker.ts', { define: Object.fromEntries(define) });
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: (await minify('sw.js', code)).code });
    },
  },
};
