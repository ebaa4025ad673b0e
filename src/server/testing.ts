import type { Logger } from 'drizzle-orm';
import { randomBytes, randomInt } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { inject } from 'vitest';
import { CarriedText } from '#contract/carrier.ts';
import type { createApp } from './app.ts';
import { assemble, type AssemblyOptions } from './assembly.ts';
import { type Database, openMemory, openPostgres } from './db/database.ts';
import { accounts, organizations, users } from './db/schema/tenants.ts';
import { hashSecret } from './store/secrets.ts';
import { createDatabase, type Template } from './templateTesting.ts';
import { z } from 'zod/mini';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL cluster that the test run started. */
    postgresUrl: string;
    /** Databases with their tables and nothing in them, which tests copy. */
    template: Template;
  }
}

/** Both databases the suite runs on: `describe.each(engines)('…', (engine) => …)`. */
export const engines = ['PGlite', 'PostgreSQL'] as const;
export type Engine = (typeof engines)[number];

/** A running server without a port: `request` as an account of its own, made for this test. */
export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

/** A fresh database on `engine`, with the real queue and the real routes, without limits. Close it when done. */
export const startTestServer = async (engine: Engine, options: Partial<AssemblyOptions> = {}) =>
  serve(await openFresh(engine), options);

/** As `startTestServer`, on a database that is open already. */
export async function serve(database: Database, options: Partial<AssemblyOptions> = {}) {
  const problems: Error[] = [];
  const log = (error: Error) => void problems.push(error);
  const { app, queue, work, close } = await assemble(database, {
    simulator: true,
    carrierDelayMs: 20,
    rateLimitHour: 0,
    broadcastIntervalS: 0,
    loopbackHooks: true,
    log,
    ...options,
  });
  await work('http://localhost');
  return {
    app,
    database,
    problems,
    /** Makes an organisation with one account and one user, and calls the API as that user. */
    tenant: (options: TenantOptions = {}) => makeTenant(database, app, options),
    enqueue: queue.enqueue,
    /** A person texts `to`. */
    textIn: (from: string, to: string, content: string, media_urls: string[] = []) =>
      app.request('/carrier/inbound', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ from, to, content, media_urls }),
      }),
    /** What a phone received, oldest first. */
    received: async (phone: string) =>
      z.array(CarriedText).parse(await (await app.request(`/carrier/phones/${phone}/messages`)).json()),
    close: async () => {
      await close();
      await database.close();
    },
  };
}

// The real work of hashing would be most of what the tests do.
const [quickHash, unused] = [await hashSecret('key', 1), await hashSecret('password', 1)];

type TenantOptions = { role?: string; organizationId?: number };

async function makeTenant(
  { db }: Database,
  app: ReturnType<typeof createApp>,
  { role = 'admin', organizationId }: TenantOptions,
) {
  const suffix = randomBytes(6).toString('hex');
  const [organization] = organizationId
    ? [{ id: organizationId }]
    : await db
        .insert(organizations)
        .values({ name: `Organisation ${suffix}` })
        .returning();
  const phone = `+1303${randomInt(2_000_000, 9_999_999)}`;
  const [account] = await db
    .insert(accounts)
    .values({ organizationId: organization!.id, name: `Account ${suffix}`, phone })
    .returning();
  const email = `${suffix}@example.test`;
  const [user] = await db
    .insert(users)
    .values({
      accountId: account!.id,
      email,
      role,
      passwordHash: unused,
      apiKeyHash: quickHash,
      firstName: 'Test',
      lastName: 'User',
    })
    .returning();
  const authorization = `Basic ${btoa(`${email}:key`)}`;
  /** `body` is sent as JSON, a FormData as a form. */
  const request = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method,
      headers: {
        Authorization: authorization,
        ...(body !== undefined && !(body instanceof FormData) && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
  return { organizationId: organization!.id, account: account!, user: user!, email, request };
}

/** An open database of its own, in memory or on the cluster that the test run started. */
export const openFresh = async (engine: Engine, logger?: Logger): Promise<Database> =>
  engine === 'PGlite'
    ? openMemory(await openAsBlob(inject('template').pglite), logger)
    : openPostgres(await freshPostgres(), logger);

/** The address of a database on that cluster which nobody has used. */
export const freshPostgres = (): Promise<string> =>
  createDatabase(inject('postgresUrl'), `test_${randomBytes(8).toString('hex')}`, inject('template').postgres);
