import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { speak, startGateway } from './testing.ts';

const script = 'fetch("/session")';
const page = `<!doctype html><title>Switchboard</title><script>${script}</script><script type="module" src="/assets/app-1a2b.js"></script>`;
const app = `console.log(${JSON.stringify('text '.repeat(500))})`;

/** A gateway that serves a small build of a dashboard. */
async function start(build: Record<string, string | Uint8Array> = {}) {
  const parent = await mkdtemp(join(tmpdir(), 'switchboard '));
  const folder = join(parent, 'dashboard');
  onTestFinished(() => rm(parent, { recursive: true }));
  await mkdir(join(folder, 'assets'), { recursive: true });
  await mkdir(join(folder, '.vite'));
  const files = {
    '../secret.txt': 'not served',
    '.vite/manifest.json': '{}',
    'index.html': page,
    'icon.svg': '<svg/>',
    'notes.map': '{}',
    'assets/app-1a2b.js': app,
    'assets/app-1a2b.js.br': brotliCompressSync(app),
    'assets/app-1a2b.js.gz': gzipSync(app),
    ...build,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return startGateway({ upstreamUrl: 'http://127.0.0.1:1', dashboardFolder: folder });
}

test.each(['/', '/inbox', '/inbox/12', '/contacts?q=dana', '/tags/Night%20shift', '/no-such-page'])(
  '%s is a page of the app and revalidated each time',
  async (path) => {
    const { request } = await start();
    const reply = await request('GET', path, { headers: { Accept: 'text/html,*/*;q=0.8' } });
    expect([reply.status, await reply.text()]).toEqual([200, page]);
    expect(reply.headers.get('Cache-Control')).toBe('no-cache');
    expect(reply.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  },
);

test.each([
  '/assets/gone-1a2b.js',
  '/assets/',
  '/assets',
  '/favicon.ico',
  '/inbox/robots.txt',
  '/.vite/manifest.json',
  '/notes.map',
  '/assets/app-1a2b.js.br',
  '/secret.txt',
  '/api',
  '/events/x',
  '/hooks/x',
  '/media/x',
  '/carrier/messages',
  '/session/x',
  '/metrics/x',
])('%s is missing, not a page', async (path) => {
  const { request } = await start();
  const reply = await request('GET', path);
  expect([reply.status, await reply.json()]).toEqual([path === '/api' ? 401 : 404, { error: expect.any(String) }]);
});

test('what is asked for as an image or script is no page either', async () => {
  const { request } = await start();
  expect((await request('GET', '/inbox', { headers: { Accept: 'image/avif,image/webp' } })).status).toBe(404);
});

test('no way out of the folder', async () => {
  const { url } = await start();
  for (const path of [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
  ]) {
    const heard = await speak(url, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 4/);
    expect(heard).not.toContain('not served');
  }
});

test('the page’s own inline script runs under the policy, and no other', async () => {
  const { request } = await start();
  const policy = (await request('GET', '/')).headers.get('Content-Security-Policy') ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
  expect(policy).toContain("default-src 'none'");
});

test('hashed assets are kept for good, in the smallest form the browser takes', async () => {
  const { url } = await start();
  const ask = async (accepted: string) => {
    const head = `GET /assets/app-1a2b.js HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: ${accepted}\r\nConnection: close\r\n\r\n`;
    const [headers = '', body = ''] = (await speak(url, head)).split('\r\n\r\n');
    return { encoding: /^content-encoding: (.*)\r?$/im.exec(headers)?.[1], headers, body: Buffer.from(body, 'latin1') };
  };
  const brotli = await ask('gzip, deflate, br, zstd');
  expect(brotli.encoding).toBe('br');
  expect(brotliDecompressSync(brotli.body).toString()).toBe(app);
  expect(brotli.headers).toMatch(/^cache-control: public, max-age=31536000, immutable\r$/im);
  expect(brotli.headers).toMatch(/^vary: Accept-Encoding\r$/im);
  expect((await ask('gzip')).encoding).toBe('gzip');
  expect((await ask('br;q=0, gzip;q=0.5')).encoding).toBe('gzip');
  expect((await ask('br;q=0.0')).encoding).toBeUndefined();
  expect((await ask('identity')).body.toString()).toBe(app);
});

test('a known file is not sent again, and HEAD sends none', async () => {
  const { request } = await start();
  const first = await request('GET', '/icon.svg', { headers: { 'Accept-Encoding': 'identity' } });
  const etag = first.headers.get('ETag') ?? '';
  const again = await request('GET', '/icon.svg', {
    headers: { 'If-None-Match': `W/"x", ${etag}`, 'Accept-Encoding': 'identity' },
  });
  expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag]);
  const head = await request('HEAD', '/', { headers: { 'Accept-Encoding': 'identity' } });
  expect([head.status, await head.text(), head.headers.get('Content-Length')]).toEqual([200, '', String(page.length)]);
});

test('before the first build a page says what to do', async () => {
  const { request } = await startGateway({ upstreamUrl: 'http://127.0.0.1:1' });
  const reply = await request('GET', '/inbox');
  expect([reply.status, await reply.text()]).toEqual([503, expect.stringContaining('npm run build')]);
});
