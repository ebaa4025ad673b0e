import { serve } from '@hono/node-server';
import { type AssemblyOptions, assemble } from './assembly.ts';
import { openPglite, openPostgres } from './db/database.ts';
import { seedDemo } from './seed/seed.ts';
import { demoLogin, hasDemo } from './store/demo.ts';

/** How the API server is to run. */
export type ServerOptions = AssemblyOptions & {
  /** PGlite's folder, used when `databaseUrl` is unset. */
  dataDir: string;
  databaseUrl?: string | undefined;
  /** Where it listens besides `fetch`; loopback only. 0 takes a free port. */
  port: number;
  host: string;
  /** Fills an empty database with the demo account and `seed` contacts. */
  demo: boolean;
  seed: number;
};

/** A running API server. `fetch` answers in this process what the port answers to others. */
export type Server = {
  fetch: (request: Request) => Response | Promise<Response>;
  url: string;
  /** The demo's login, where this database is a demo. */
  demo: { username: string; password: string } | null;
  close(): Promise<void>;
};

/** Opens the database, brings it up to date, starts the jobs and listens. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const database = options.databaseUrl ? await openPostgres(options.databaseUrl) : await openPglite(options.dataDir);
  const { app, queue, work, close } = await assemble(database, options);
  if (options.demo) await seedDemo(database.db, { contacts: options.seed, now: new Date(), enqueue: queue.enqueue });
  const listening = await listen(app.fetch, options.host, options.port);
  await work(listening.url);
  return {
    fetch: app.fetch,
    url: listening.url,
    demo: options.demo && (await hasDemo(database.db)) ? demoLogin : null,
    async close() {
      await listening.close();
      await close();
      await database.close();
    },
  };
}

/** Listens on `host:port`; rejects with the system's error when the port is taken. */
function listen(fetch: Server['fetch'], host: string, port: number) {
  return new Promise<{ url: string; close(): Promise<void> }>((resolve, reject) => {
    const http = serve({ fetch, hostname: host, port }, (address) => {
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
        close: () =>
          new Promise((done) => {
            http.close(() => done());
            if ('closeAllConnections' in http) http.closeAllConnections();
          }),
      });
    });
    // Longer than clients and proxies keep a connection, so that none is closed just as it is used again.
    if ('keepAliveTimeout' in http) http.keepAliveTimeout = 75_000;
    http.once('error', reject);
  });
}
