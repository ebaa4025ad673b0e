import { createApp, type Limits } from './app.ts';
import { SimulatedCarrier } from './carrier/simulated.ts';
import type { Database } from './db/database.ts';
import { deliverLive, deliverWebHooks } from './jobs/deliverWebHooks.ts';
import { atOnce, inTurn } from './jobs/inTurn.ts';
import { pruneWebHooks } from './jobs/pruneDeliveries.ts';
import { startQueue } from './jobs/queue.ts';
import { sendBroadcasts, startBroadcasts } from './jobs/sendBroadcasts.ts';
import { sendMessages } from './jobs/sendMessages.ts';
import { Credentials } from './store/credentials.ts';
import { queueOverdue, settleSent } from './store/messagesSend.ts';
import type { Backstage } from './store/scope.ts';
import { installWebHooks, uninstallWebHooks } from './store/webHooks.ts';

/** What a running server needs to know besides where it listens. */
export type AssemblyOptions = Limits & {
  /** Serves the simulated phone network under `/carrier`. */
  simulator: boolean;
  /** How long the simulated network takes to report a delivery. */
  carrierDelayMs: number;
  /** Where every message and every change of its status is posted, for every account; signed with `secret`. */
  installationHook?: { url: string; secret: string } | undefined;
  /** Lets users' web hooks post to this computer; private networks are out of reach in any case. */
  loopbackHooks?: boolean | undefined;
  log: (error: Error) => void;
};

/** The API with its jobs and its phone network on one database. Nothing goes out before `work`. */
export async function assemble(database: Database, options: AssemblyOptions) {
  const { installationHook, log } = options;
  const { db } = database;
  const queue = await startQueue(database, log);
  let origin = 'http://localhost';
  const backstage: Backstage = {
    db,
    enqueue: queue.enqueue,
    loopbackHooks: options.loopbackHooks ?? false,
    get origin() {
      return origin;
    },
  };
  // In one transaction, for which everybody waits where one connection is all there is.
  const textsAtOnce = database.oneConnection ? 150 : 500;
  const pace = { textsAtOnce, turns: database.oneConnection ? inTurn() : atOnce };
  const carrier = new SimulatedCarrier(database.network, {
    oneConnection: database.oneConnection,
    delayMs: options.carrierDelayMs,
    reportsAtOnce: textsAtOnce,
    onReports: (reports) => pace.turns(() => settleSent(backstage, reports)),
    log,
  });
  const credentials = new Credentials(db);
  const app = createApp({ backstage, credentials, carrier: options.simulator ? carrier : null, limits: options, log });
  return {
    app,
    queue,
    /** Starts the jobs, once it is known where this server is reached. */
    work: async (address: string) => {
      origin = address;
      if (installationHook) await installWebHooks(db, installationHook);
      await queueOverdue(backstage);
      await queue.work(sendMessages(backstage, carrier));
      await queue.work(startBroadcasts(backstage, pace));
      await queue.work(sendBroadcasts(backstage, carrier, pace));
      await queue.work(deliverWebHooks(backstage, log));
      await queue.work(deliverLive(backstage));
      await queue.work(pruneWebHooks(backstage));
      await queue.enqueue(db, [{ queue: 'web-hooks.prune' }]);
      carrier.start();
    },
    close: async () => {
      await queue.close();
      await carrier.close();
      if (installationHook) await uninstallWebHooks(db, installationHook.url);
    },
  };
}
