import { createApp } from './app.ts';
import { SimulatedCarrier } from './carrier/simulated.ts';
import type { Database } from './db/database.ts';
import { startQueue } from './jobs/queue.ts';
import { sendMessages } from './jobs/sendMessages.ts';
import { Credentials } from './store/credentials.ts';
import { settleSent } from './store/messagesSend.ts';
import type { Backstage } from './store/scope.ts';

/** What a running server needs to know besides where it listens. */
export type AssemblyOptions = {
  /** Serves the simulated phone network under `/carrier`. */
  simulator: boolean;
  /** How long the simulated network takes to report a delivery. */
  carrierDelayMs: number;
  log: (error: Error) => void;
};

/** The API with its jobs and its phone network on one database. Nothing goes out before `work`. */
export async function assemble(database: Database, { simulator, carrierDelayMs, log }: AssemblyOptions) {
  const { db } = database;
  const queue = await startQueue(database, log);
  let origin = 'http://localhost';
  const backstage: Backstage = {
    db,
    enqueue: queue.enqueue,
    get origin() {
      return origin;
    },
  };
  const carrier = new SimulatedCarrier(db, {
    delayMs: carrierDelayMs,
    onReports: (reports) => settleSent(backstage, reports),
    log,
  });
  const credentials = new Credentials(db);
  const app = createApp({ backstage, credentials, carrier: simulator ? carrier : null, log });
  return {
    app,
    queue,
    /** Starts the jobs, once it is known where this server is reached. */
    async work(address: string) {
      origin = address;
      await queue.work(sendMessages(backstage, carrier));
      carrier.start();
    },
    async close() {
      await queue.close();
      await carrier.close();
    },
  };
}
