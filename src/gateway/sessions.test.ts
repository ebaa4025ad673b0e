import { expect, test } from 'vitest';
import { startGateway, startUpstream } from './testing.ts';

test('what a browser keeps of a cookie whose answer broke off does not stand before the whole one', async () => {
  const { request, signIn } = await startGateway({ upstreamUrl: (await startUpstream()).origin });
  const cookie = await signIn();
  for (const rest of [cookie.slice(0, -40), cookie.slice(0, cookie.indexOf('=') + 1)]) {
    for (const both of [`${rest}; ${cookie}`, `${cookie}; ${rest}`]) {
      const reply = await request('GET', '/api/users', { cookie: both });
      expect([reply.status, reply.headers.getSetCookie()]).toEqual([200, []]);
    }
  }
});
