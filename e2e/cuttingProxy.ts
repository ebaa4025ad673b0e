import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** When to cut a connection: so many bytes into what comes back to a request that begins so. */
type Cut = { of: string; after: number };

/** A TCP proxy before `origin` that breaks connections off where it is told to. */
export async function startCuttingProxy(origin: string) {
  const { hostname, port } = new URL(origin);
  const open = new Set<{ both: Socket[]; isStream: boolean }>();
  let cut: Cut | null = null;
  let cuts = 0;
  const server = createServer((client) => {
    const target = connect(Number(port), hostname);
    const pair = { both: [client, target], isStream: false };
    open.add(pair);
    const end = () => {
      open.delete(pair);
      for (const socket of pair.both) socket.destroy();
    };
    let left = Infinity;
    client.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (text.startsWith('GET /events')) pair.isStream = true;
      if (cut && text.startsWith(cut.of)) {
        left = cut.after;
        cut = null;
      }
      target.write(chunk);
    });
    target.on('data', (chunk) => {
      if (chunk.length < left) {
        left -= chunk.length;
        client.write(chunk);
        return;
      }
      cuts += 1;
      client.write(chunk.subarray(0, left), end);
    });
    for (const socket of pair.both) {
      socket.on('error', end);
      socket.on('close', end);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get cuts() {
      return cuts;
    },
    /** Cuts the answer to the next such request. */
    cutNext: (next: Cut) => void (cut = next),
    /** Breaks every event stream off; answers how many there were. */
    cutStreams: () => {
      const streams = [...open].filter(({ isStream }) => isStream);
      for (const { both } of streams) for (const socket of both) socket.destroy();
      return streams.length;
    },
    close: () =>
      new Promise<void>((done) => {
        for (const { both } of open) for (const socket of both) socket.destroy();
        server.close(() => done());
      }),
  };
}
