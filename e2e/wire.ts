import { createServer, request as ask } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What happens to a request: it never arrives, its answer never comes back, or it hangs on the way for good. */
type Fault = { method: string; path: RegExp; how: 'lost' | 'unanswered' | 'held' };

/** The network between a browser and Switchboard, with its faults. */
export type Wire = {
  /** Where browsers connect, e.g. `http://127.0.0.1:40124`. */
  origin: string;
  /** The next request like this meets the fault; settles when it has. */
  once: (fault: Fault) => Promise<void>;
  /** Breaks every connection and lets nobody in for so long. */
  cut: (ms: number) => void;
  close: () => Promise<void>;
};

/** Passes everything on to `target`, as a cable would. */
export async function startWire(target: string): Promise<Wire> {
  const faults: (Fault & { met: () => void })[] = [];
  const sockets = new Set<Socket>();
  let closedUntil = 0;

  const server = createServer((incoming, outgoing) => {
    if (Date.now() < closedUntil) return void incoming.socket.destroy();
    const { method = '', url = '' } = incoming;
    const at = faults.findIndex((fault) => fault.method === method && fault.path.test(url));
    const [fault] = at === -1 ? [] : faults.splice(at, 1);
    fault?.met();
    if (fault?.how === 'lost') return void incoming.socket.destroy();
    if (fault?.how === 'held') return;
    const onward = ask(`${target}${url}`, { method, headers: incoming.headers }, (answer) => {
      if (fault?.how === 'unanswered') {
        answer.resume();
        answer.once('end', () => incoming.socket.destroy());
        return;
      }
      // Each request has a connection of its own: browsers repeat by themselves what breaks on one that was used before.
      outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: 'close' });
      answer.pipe(outgoing);
    });
    onward.once('error', () => incoming.socket.destroy());
    outgoing.once('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  server.on('connection', (socket) => {
    if (Date.now() < closedUntil) return void socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    once: (fault) => new Promise((met) => faults.push({ ...fault, met })),
    cut: (ms) => {
      closedUntil = Date.now() + ms;
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
