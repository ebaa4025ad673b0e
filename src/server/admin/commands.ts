import { z } from 'zod';
import { Country, limits, required } from '#contract/common.ts';
import type { Db } from '#server/db/database.ts';
import {
  createAccount,
  createOrganization,
  createUser,
  listTenants,
  resetSecret,
  setArchived,
} from '#server/store/administration.ts';

/** A command of `npm run admin`: what it takes, and what it does; `run` answers the lines to print. */
export type Command = {
  words: string;
  help: string;
  options: z.ZodObject;
  run: (db: Db, given: object) => Promise<string[]>;
};

const command = <Options extends z.ZodObject>(
  words: string,
  help: string,
  options: Options,
  run: (db: Db, given: z.output<Options>) => Promise<string[]>,
): Command => ({ words, help, options, run: (db, given) => run(db, options.parse(given)) });

const id = (what: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,14}$/, `must be the id of ${what}`)
    .transform(Number);
const name = required(limits.nameLength);
const email = z.email('must be an e-mail address').max(limits.nameLength);
const roles = ['standard_user', 'admin', 'org_admin'] as const;

const once = 'It is shown this once: keep it. The old one may work for another minute.';

export const commands: Command[] = [
  command('list', 'Organisations, their accounts and users', z.object({}), async (db) =>
    listing(await listTenants(db)),
  ),
  command('create organization', 'An organisation', z.object({ name }), async (db, given) => [
    `Made organisation ${await createOrganization(db, given.name)}. Next: create account --organization <id> …`,
  ]),
  command(
    'create account',
    'An account with its texting number',
    z.object({ organization: id('an organisation'), name, phone: z.string(), country: z._default(Country, 'US') }),
    async (db, { organization, ...given }) => [
      `Made account ${await createAccount(db, { ...given, organizationId: organization })}. Next: create user --account <id> …`,
    ],
  ),
  command(
    'create user',
    `Somebody who signs in; role: ${roles.join(', ')}`,
    z.object({
      account: id('an account'),
      email,
      'first-name': z.optional(name),
      'last-name': z.optional(name),
      role: z.enum(roles, { error: `must be ${roles.join(', ')}` }).default('admin'),
    }),
    async (db, given) => {
      const { id, apiKey } = await createUser(db, {
        accountId: given.account,
        email: given.email,
        role: given.role,
        firstName: given['first-name'] ?? null,
        lastName: given['last-name'] ?? null,
      });
      return [`Made user ${id}, ${given.email}. API key: ${apiKey}`, 'It is shown this once: keep it.'];
    },
  ),
  command('reset password', 'A new password for a user', z.object({ email }), async (db, given) => [
    `New password of ${given.email}: ${await resetSecret(db, given.email, 'password')}`,
    once,
  ]),
  command('reset key', 'A new API key for a user', z.object({ email }), async (db, given) => [
    `New API key of ${given.email}: ${await resetSecret(db, given.email, 'key')}`,
    once,
  ]),
  command('archive user', 'Keeps a user out', z.object({ email }), async (db, given) => {
    await setArchived(db, given.email, true);
    return [`${given.email} can no longer sign in, within a minute at most.`];
  }),
  command('restore user', 'Lets an archived user in again', z.object({ email }), async (db, given) => {
    await setArchived(db, given.email, false);
    return [`${given.email} can sign in again.`];
  }),
];

type Tenants = Awaited<ReturnType<typeof listTenants>>;

function listing({ organizations, accounts, users }: Tenants): string[] {
  if (organizations.length === 0) return ['Nobody yet. Begin with: create organization --name <name>'];
  return organizations.flatMap((organization) => [
    `organisation ${organization.id}  ${organization.name}`,
    ...accounts
      .filter(({ organizationId }) => organizationId === organization.id)
      .flatMap((account) => [
        `  account ${account.id}  ${account.name}  ${account.phone}  ${account.country}`,
        ...users
          .filter(({ accountId }) => accountId === account.id)
          .map((user) => `    user ${user.id}  ${user.email}  ${user.role}${user.archived ? '  archived' : ''}`),
      ]),
  ]);
}
