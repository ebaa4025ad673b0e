import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { User } from '#contract/users.ts';
import { addUser } from '#server/store/usersTesting.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { strict } from '#contract/testing.ts';
import { z } from 'zod/mini';

const me = z.array(strict(User)).check(z.length(1));

describe.each(engines)('users on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  it('answers the current user as an array of one, with every field of the reference', async () => {
    const { request, email, user, account } = await server.tenant();
    const response = await request('GET', '/api/users/current');
    expect(response.status).toBe(200);
    expect(response.headers.get('X-Total')).toBeNull();
    const [current] = me.parse(await response.json());
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(current).toEqual({
      email,
      first_name: 'Test',
      last_name: 'User',
      account_id: account.id,
      role: 'admin',
      archived: false,
      last_sign_in_at: time,
      should_play_audio: true,
      forward_messages: 'never',
      terms_accepted: true,
      id: user.id,
      created_at: time,
      updated_at: time,
      web_push_enabled: false,
      v3_enabled: false,
    });
    expect(User.parse(await (await request('GET', `/api/users/${user.id}`)).json())).toEqual(current);
  });

  it('lists the account’s users, archived ones only when asked for, by page', async () => {
    const { request, user, account } = await server.tenant();
    const archived = await addUser(server.database.db, account.id, { archived: true, firstName: 'Gone' });
    const second = await addUser(server.database.db, account.id);
    const list = async (query: string) => {
      const response = await request('GET', `/api/users?${query}`);
      const ids = z
        .array(strict(User))
        .parse(await response.json())
        .map(({ id }) => id);
      return [ids, response.headers.get('X-Total')];
    };
    expect(await list('')).toEqual([[user.id, second], '2']);
    expect(await list('include_archived=false')).toEqual([[user.id, second], '2']);
    expect(await list('include_archived=true')).toEqual([[user.id, archived, second], '3']);
    expect(await list('include_archived=1&per_page=1&page=2')).toEqual([[archived], '3']);
    expect((await request('GET', '/api/users?include_archived=perhaps')).status).toBe(422);
    expect((await request('GET', `/api/users/${archived}`)).status).toBe(200);
  });

  it('answers 404 for a user who is missing or another account’s', async () => {
    const tenant = await server.tenant();
    const sister = await server.tenant({ organizationId: tenant.organizationId });
    for (const id of [sister.user.id, 99_999_999]) {
      const response = await tenant.request('GET', `/api/users/${id}`);
      expect([response.status, await response.json()]).toEqual([404, { error: 'User not found' }]);
    }
  });

  it('refuses a wrong key, a missing one and an archived user with 401', async () => {
    const { request, email, account } = await server.tenant();
    const gone = `${randomBytes(6).toString('hex')}@example.test`;
    await addUser(server.database.db, account.id, { email: gone, archived: true });
    for (const pair of [`${email}:wrong`, `${email}:`, ':key', `${gone}:key`, `${email}`]) {
      const response = await request('GET', '/api/users', undefined, { Authorization: `Basic ${btoa(pair)}` });
      expect(response.status).toBe(401);
      expect(response.headers.get('WWW-Authenticate')).toMatch(/^Basic /);
      expect(await response.json()).toEqual({ error: 'Invalid username or API key' });
    }
    expect((await server.app.request('/api/users')).status).toBe(401);
  });

  it('takes the e-mail address in any case', async () => {
    const { request, email } = await server.tenant();
    const headers = { Authorization: `Basic ${btoa(`${email.toUpperCase()}:key`)}` };
    expect((await request('GET', '/api/users/current', undefined, headers)).status).toBe(200);
  });

  it('speaks version 2 to whoever asks for it or for nothing in particular', async () => {
    const { request } = await server.tenant();
    const ask = async (accept: string) => (await request('GET', '/api/users', undefined, { Accept: accept })).status;
    expect(await ask('application/vnd.textus-v2')).toBe(200);
    expect(await ask('application/json')).toBe(200);
    expect(await ask('application/vnd.textus-v1, */*')).toBe(200);
    expect(await ask('application/vnd.textus-v1')).toBe(406);
    expect(await ask('application/vnd.textus-v3+json')).toBe(406);
  });

  it('never answers a hash of a password or key', async () => {
    const { request } = await server.tenant();
    expect(await (await request('GET', '/api/users')).text()).not.toMatch(/scrypt|hash|key/i);
  });
});
