import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { AuditPage } from '#contract/audit.ts';
import { AuditFile } from './auditFile.ts';
import { auditKept } from './auditLog.ts';
import { startSignedIn } from './testing.ts';

function folder() {
  const path = mkdtempSync(join(tmpdir(), 'audit '));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

const contact = { id: 5, first_name: 'Ann', phone: '13035550142', updated_at: 'x' };

it('tells who changed which field from what to what, and what became of it', async () => {
  const { call } = await startSignedIn(({ method, target, body }) => {
    if (target.endsWith('/9')) return { status: 422, body: '{"error":"Validation failed: Phone is invalid"}' };
    if (target.endsWith('/8')) return { breakOff: true };
    if (target.endsWith('/7')) return { status: 500, body: '{"error":"Out of order"}' };
    if (method === 'GET') return { body: JSON.stringify([contact]) };
    return { body: JSON.stringify({ ...contact, ...JSON.parse(body.toString() || '{}') }) };
  });
  await (await call('GET', '/api/contacts')).text();
  const change = (id: number) => call('PUT', `/api/contacts/${id}`, { body: '{"first_name":"Anna"}' });
  for (const id of [5, 9, 8, 7]) await (await change(id)).text();
  await call('DELETE', '/api/contacts/5');
  const page = AuditPage.parse(await (await call('GET', '/session/writes')).json());
  expect(page.entries.toReversed()).toMatchObject([
    {
      who: 'dana@example.test',
      operation: 'contacts.update',
      target: 5,
      outcome: 'done',
      status: 200,
      changes: [{ field: 'first_name', before: 'Ann', after: 'Anna' }],
    },
    { target: 9, outcome: 'refused', status: 422, reason: 'Validation failed: Phone is invalid' },
    { target: 8, outcome: 'unknown', status: null },
    { target: 7, outcome: 'failed', status: 500, reason: 'Out of order' },
    {
      operation: 'contacts.delete',
      outcome: 'done',
      changes: expect.arrayContaining([{ field: 'first_name', before: 'Anna', after: null }]),
    },
  ]);
  expect((await (await call('GET', '/session/writes?outcome=unknown')).json()).total).toBe(1);
  expect((await (await call('GET', '/session/writes?q=out+of+order')).json()).total).toBe(1);
});

it('writes down no secret, survives a kill and is readable by its owner only', async () => {
  const auditFile = join(folder(), 'audit.jsonl');
  const { call } = await startSignedIn(
    () => ({ body: '{"id":3,"url":"https://a.example","secret":"s3cr3t-of-the-hook"}' }),
    { auditLog: new AuditFile(auditFile) },
  );
  await call('POST', '/api/web_hooks', { body: '{"url":"https://a.example","secret":"mine"}' });
  await call('DELETE', '/api/web_hooks/3');
  const text = readFileSync(auditFile, 'utf8');
  expect(text).toContain('https://a.example');
  expect(text).not.toMatch(/s3cr3t|mine|correct horse/);
  expect(statSync(auditFile).mode & 0o077).toBe(0);
  // The last line was cut off.
  writeFileSync(auditFile, text.slice(0, -20));
  const again = await new AuditFile(auditFile).list('70', { page: 1, per_page: 50 });
  expect(again.entries.map(({ outcome }) => outcome)).toEqual(['unknown', 'done']);
});

it('keeps each account to itself, forgets its oldest, and no other’s', async () => {
  const log = new AuditFile();
  const entry = { who: 'a@example.test', operation: 'tags.list', target: null, changes: [] };
  await log.begin('2', { ...entry, who: 'b@example.test' });
  for (let n = 0; n <= auditKept; n++) await log.begin('1', { ...entry, target: n });
  const { entries, total } = await log.list('1', { page: auditKept, per_page: 1 });
  expect([total, entries[0]?.target]).toEqual([auditKept, 1]);
  expect(await log.list('2', { page: 1, per_page: 10 })).toMatchObject({ total: 1, people: ['b@example.test'] });
});
