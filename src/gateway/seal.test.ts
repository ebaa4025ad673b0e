import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { EndedSessions } from './endedSessions.ts';
import { keptSecret, Seal } from './seal.ts';

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'switchboard '));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

const session = { id: 'a', username: 'dana', password: 'p:ä', user: null, startedAt: 1, sealedAt: 2 };

test('a sealed session opens under its secret only, and says nothing to who reads it', async () => {
  const text = await new Seal('one').close(session);
  expect(await new Seal('one').open(text)).toEqual(session);
  expect(await new Seal('two').open(text)).toBeNull();
  expect(text).not.toContain(Buffer.from('dana').toString('base64url').slice(0, 5));
  expect(await new Seal('one').close(session)).not.toBe(text);
});

test('no single changed character goes unnoticed', async () => {
  const seal = new Seal('one');
  const text = await seal.close(session);
  const [head = '', ...rest] = text.split('.');
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '.') continue;
    const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'Q' : 'A'}${text.slice(at + 1)}`;
    expect(await seal.open(changed), `character ${at}`).toBeNull();
  }
  const other = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  expect(await seal.open([other, ...rest].join('.'))).toBeNull();
  expect(await seal.open(head)).toBeNull();
});

test('the secret is made once, for its owner’s eyes', async () => {
  const data = join(await folder(), 'new folder');
  const secret = keptSecret(data);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(keptSecret(data)).toBe(secret);
  expect((await stat(join(data, 'session-secret'))).mode & 0o777).toBe(0o600);
});

test('ended sessions are remembered over a restart, until their cookies are worthless anyway', async () => {
  const file = join(await folder(), 'ended');
  const before = new EndedSessions(file);
  before.add('a', Date.now() + 60_000);
  before.add('b', Date.now() + 1_000);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30_000 });
  onTestFinished(() => void vi.useRealTimers());
  const after = new EndedSessions(file);
  expect([after.has('a'), after.has('b'), after.has('c')]).toEqual([true, false, false]);
  expect(await readFile(file, 'utf8')).toMatch(/^a \d+\n$/);
});
