import type { User } from '#contract/users.ts';
import { apiOf } from './api.ts';
import { expect, test } from './fixtures.ts';

test('the users are listed, the archived ones on request, and who is signed in is marked', async ({
  signedIn: page,
  switchboard,
  request,
}) => {
  const api = apiOf(switchboard, request);
  const active = await api.all<User>('/users');
  const everybody = await api.all<User>('/users?include_archived=true');
  await page.goto('/users');
  const rows = page.getByRole('table', { name: 'Users' }).getByRole('row');
  await expect(rows).toHaveCount(active.length + 1);
  await expect(rows.filter({ hasText: 'demo@switchboard.test' })).toContainText('You');
  await page.getByRole('button', { name: 'With archived' }).click();
  await expect(rows).toHaveCount(everybody.length + 1);
  await page.reload();
  await expect(rows).toHaveCount(everybody.length + 1);
});
