import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite, openPostgres } from '#server/db/database.ts';
import { Credentials } from '#server/store/credentials.ts';
import { engines, freshPostgres } from '#server/testing.ts';
import { administer, usage } from './admin.ts';

describe.each(engines)('administration on %s', (engine) => {
  let dataDir = '';
  let databaseUrl: string | undefined;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'admin-'));
    if (engine === 'PostgreSQL') databaseUrl = await freshPostgres();
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  const admin = (line: string) => administer(line.split(' '), { dataDir, databaseUrl });
  const failure = (line: string) => admin(line).catch((error: Error) => error.message);
  const open = () => (databaseUrl ? openPostgres(databaseUrl) : openPglite(dataDir));
  const secretIn = (lines: string[]) => / ([\w-]{32})$/.exec(lines[0] ?? '')?.[1] ?? '';

  /** Who signs in so. */
  async function signedIn(email: string, secret: string) {
    const database = await open();
    try {
      return await new Credentials(database.db).verify(email, secret);
    } finally {
      await database.close();
    }
  }

  it('makes organisations, accounts and users, and resets what they sign in with', { timeout: 240_000 }, async () => {
    expect(await admin('list')).toEqual(['Nobody yet. Begin with: create organization --name <name>']);
    expect(await admin('create organization --name Acme')).toEqual([expect.stringContaining('organisation 1')]);
    const account = 'create account --organization 1 --name West --phone';
    expect(await admin(`${account} 3035550143`)).toEqual([expect.stringContaining('account 1')]);
    expect(await failure(`${account} +13035550143`)).toBe('Phone has already been taken');
    const user = 'create user --account 1 --email Ann@acme.test --role org_admin --first-name Ann';
    const apiKey = secretIn(await admin(user));
    expect(await failure(user)).toBe('Email has already been taken');
    expect(await admin('list')).toEqual([
      'organisation 1  Acme',
      '  account 1  West  +13035550143  US',
      '    user 1  Ann@acme.test  org_admin',
    ]);
    expect(await signedIn('ann@acme.test', apiKey)).toMatchObject({ organizationId: 1, user: { role: 'org_admin' } });
    const password = secretIn(await admin('reset password --email ann@ACME.test'));
    const newKey = secretIn(await admin('reset key --email ann@acme.test'));
    expect(await signedIn('ann@acme.test', password)).not.toBeNull();
    expect(await signedIn('ann@acme.test', newKey)).not.toBeNull();
    expect(await signedIn('ann@acme.test', apiKey)).toBeNull();
    await admin('archive user --email ann@acme.test');
    expect(await signedIn('ann@acme.test', newKey)).toBeNull();
  });

  it.each([
    ['create planet', 'There is no command "create planet". See: npm run admin -- --help'],
    ['create organization', '--name is missing'],
    ['create account --organization x --name A --phone 1', '--organization must be the id of an organisation'],
    ['create account --organization 999 --name A --phone 3035550144', 'Organization not found'],
    ['create user --account 1 --email me --role king', '--email must be an e-mail address'],
    ['reset key --email nobody@acme.test', 'User must be the e-mail address of a user'],
  ])('%s: %s', async (line, sentence) => expect(await failure(line)).toContain(sentence));

  it('refuses a folder that is in use and says what to do; PostgreSQL may be in use', async () => {
    const database = await open();
    const listed = await failure('list');
    if (databaseUrl) expect(listed).toBeInstanceOf(Array);
    else expect(listed).toMatch(/^A Switchboard is running on the folder .+ Stop it, run this command/);
    await database.close();
  });
});

it('explains itself', async () => {
  expect(await administer(['--help'], { dataDir: '/nowhere' })).toEqual(usage);
  expect(usage.join('\n')).toContain('create user --account … --email …');
});
