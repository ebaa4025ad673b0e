import { Hono } from 'hono';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { pagePath } from '#contract/pagePath.ts';
import { pageHeaders } from './headers.ts';
import { takes } from './packed.ts';
import type { Env } from './parts.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

type Encoding = 'br' | 'gzip' | 'identity';
type File = { type: string; tag: string; hashed: boolean; bytes: Map<Encoding, Uint8Array<ArrayBuffer>> };

/** The built dashboard in `folder`: its files, and `index.html` for each of its pages. Read once, served from memory. */
export function dashboard(folder: string, { https, images }: { https: boolean; images: string[] }) {
  const files = existsSync(folder) ? readFiles(folder) : new Map<string, File>();
  const index = files.get('/index.html');
  const html = new TextDecoder().decode(index?.bytes.get('identity'));
  const app = new Hono<Env>();
  app.use(pageHeaders({ https, images, scripts: inlineScripts(html) }));
  app.get('*', (c) => {
    c.set('operation', 'dashboard');
    const file = files.get(c.req.path) ?? (isPage(c.req.path, c.req.header('Accept')) ? index : undefined);
    if (file) return send(file, c.req.raw.headers);
    if (!index && isPage(c.req.path, '*/*')) return c.text('The dashboard is not built yet: npm run build', 503);
    return c.json({ error: 'Not found' }, 404);
  });
  return app;
}

/** True for addresses that people open, asked for as a page. */
const isPage = (path: string, accept = '*/*') => pagePath.test(path) && /text\/html|\*\/\*/.test(accept);

function send({ type, tag, hashed, bytes }: File, asked: Headers): Response {
  const encoding = preferred(asked.get('Accept-Encoding') ?? '', bytes);
  const etag = `"${tag}-${encoding}"`;
  const headers: Record<string, string> = {
    ETag: etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (
    asked
      .get('If-None-Match')
      ?.split(/\s*,\s*/)
      .some((known) => known.replace(/^W\//, '') === etag)
  ) {
    return new Response(null, { status: 304, headers });
  }
  const body = bytes.get(encoding) ?? new Uint8Array();
  headers['Content-Type'] = type;
  headers['Content-Length'] = String(body.byteLength);
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  return new Response(body, { headers });
}

/** The smallest form that the browser takes. */
function preferred(accepted: string, bytes: File['bytes']): Encoding {
  if (bytes.has('br') && takes(accepted, 'br')) return 'br';
  return bytes.has('gzip') && takes(accepted, 'gzip') ? 'gzip' : 'identity';
}

/** Every file by the path it is asked for under; the build's own notes (dot folders) stay out. */
function readFiles(folder: string): Map<string, File> {
  const files = new Map<string, File>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = `/${relative(folder, path).split(sep).join('/')}`;
    const type = types[extname(path)];
    if (!entry.isFile() || !type || name.includes('/.')) continue;
    files.set(name, readForms(path, type, name.startsWith('/assets/')));
  }
  return files;
}

function readForms(path: string, type: string, hashed: boolean): File {
  const bytes: File['bytes'] = new Map([['identity', readFileSync(path)]]);
  if (existsSync(`${path}.br`)) bytes.set('br', readFileSync(`${path}.br`));
  if (existsSync(`${path}.gz`)) bytes.set('gzip', readFileSync(`${path}.gz`));
  const tag = createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 22);
  return { type, tag, hashed, bytes };
}

/** The hashes under which the policy lets the page's own inline scripts run. */
const inlineScripts = (html: string) =>
  [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
