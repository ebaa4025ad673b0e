import { installPeers } from './peers.ts';

/** What autocannon's own types say of it, as far as it is used. */
type Client = { setRequests: (requests: object[]) => void };
type Result = { requests: { total: number }; non2xx: number; errors: number };
type Cannon = (options: object, done: (error: Error | null, result: Result) => void) => void;

const version = { autocannon: '9.0.0' };

type Load = {
  /** Connections and requests of all servers together, shared out evenly. */
  connections: number;
  amount: number;
  /** What the n-th connection asks for, again and again. */
  mix: (connection: number) => object[];
};

/** Sends requests to several servers at once; answers how many a second were answered. Rejects when one is refused. */
export async function loadAll(origins: string[], { connections, amount, mix }: Load): Promise<number> {
  const cannon: Cannon = installPeers('load', version).require('autocannon');
  let connection = 0;
  const one = (url: string) =>
    new Promise<number>((resolve, reject) => {
      const options = {
        url,
        connections: connections / origins.length,
        amount: amount / origins.length,
        setupClient: (client: Client) => client.setRequests(mix(connection++)),
      };
      cannon(options, (error, { requests: { total }, non2xx, errors }) => {
        if (error ?? non2xx + errors > 0) reject(error ?? new Error(`${url}: ${non2xx + errors} requests failed`));
        else resolve(total);
      });
    });
  const begun = performance.now();
  const totals = await Promise.all(origins.map(one));
  return totals.reduce((sum, total) => sum + total, 0) / ((performance.now() - begun) / 1_000);
}
