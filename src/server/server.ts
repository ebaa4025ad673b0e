import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { openPglite, openPostgres } from './db/database.ts';
import { startQueue } from './jobs/queue.ts';
import { Credentials } from './store/credentials.ts';

/** How the API server is to run. */
export type ServerOptions = {
  /** PGlite's folder, used when `databaseUrl` is unset. */
  dataDir: string;
  databaseUrl?: string | undefined;
  /** Where it listens besides `fetch`; loopback only. 0 takes a free port. */
  port: number;
  host: string;
  log: (error: Error) => void;
};

/** A running API server. `fetch` answers in this process what the port answers to others. */
export type Server = {
  fetch: (request: Request) => Response | Promise<Response>;
  url: string;
  close(): Promise<void>;
};

/** Opens the database, brings it up to date, starts the jobs and listens. */
export async function startServer({ dataDir, databaseUrl, port, host, log }: ServerOptions): Promise<Server> {
  const database = databaseUrl ? await openPostgres(databaseUrl) : await openPglite(dataDir);
  const queue = await startQueue(database, log);
  const app = createApp({ db: database.db, enqueue: queue.enqueue, credentials: new Credentials(database.db), log });
  const listening = await listen(app.fetch, host, port);
  return {
    fetch: app.fetch,
    url: listening.url,
    async close() {
      await listening.close();
      await queue.close();
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
    http.once('error', reject);
  });
}
