import { expect, it } from 'vitest';
import { openPostgres } from './db/database.ts';
import { freshPostgres, serve } from './testing.ts';

it('limits are shared by the servers on one PostgreSQL', { timeout: 240_000 }, async () => {
  const url = await freshPostgres();
  const limits = { rateLimitHour: 100, broadcastIntervalS: 60 };
  const one = await serve(await openPostgres(url), limits);
  const other = await serve(await openPostgres(url), limits);
  const { request, email, user } = await one.tenant();
  const headers = { Authorization: `Basic ${btoa(`${email}:key`)}`, 'Content-Type': 'application/json' };
  const group = (await (await request('POST', '/api/groups', { name: 'All' })).json()) as { id: number };
  const body = JSON.stringify({ sender: user.id, group: group.id, message_body: 'Hi' });
  const broadcasts = await Promise.all(
    [one, other].map(
      async ({ app }) => (await app.request('/api/broadcasts', { method: 'POST', headers, body })).status,
    ),
  );
  expect(broadcasts.toSorted((a, b) => a - b)).toEqual([200, 429]);
  const statuses = await Promise.all(
    Array.from({ length: 120 }, async (_, n) => {
      const { app } = n % 2 === 0 ? one : other;
      return (await app.request('/api/users/current', { headers })).status;
    }),
  );
  // Three were spent before; each server may have the last one that it set aside still.
  const passed = statuses.filter((status) => status === 200).length;
  expect(passed).toBeLessThanOrEqual(97);
  expect(passed).toBeGreaterThanOrEqual(95);
  await one.close();
  await other.close();
});
