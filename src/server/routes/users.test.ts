import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { User } from '#contract/users.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';

describe.each(engines)('users on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  it('answers the current user as an array of one', async () => {
    const { request, email } = await server.tenant();
    const response = await request('GET', '/api/users/current');
    expect(response.status).toBe(200);
    const [me, ...others] = User.array().parse(await response.json());
    expect(me).toMatchObject({ email, role: 'admin' });
    expect(others).toEqual([]);
  });

  it('refuses a wrong key with 401', async () => {
    const { request, email } = await server.tenant();
    const headers = { Authorization: `Basic ${btoa(`${email}:wrong`)}` };
    const response = await request('GET', '/api/users', undefined, headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: 'Invalid username or API key' });
  });
});
