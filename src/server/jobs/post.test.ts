import type { lookup } from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { elsewhere, itself } from '#server/store/webHooksReachTesting.ts';
import { guarded, post } from './post.ts';

let port = 0;
let connections = 0;
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(302, { Location: '/elsewhere', 'Retry-After': '7' }).end('x'.repeat(100_000));
});
server.on('connection', () => (connections += 1));

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

it('answers what came back and follows no redirection', async () => {
  const answer = await post(`http://127.0.0.1:${port}/`, {}, '{}', 'public and loopback');
  expect(answer).toMatchObject({ status: 302, retryAfter: '7' });
  expect(answer.excerpt).toHaveLength(1_000);
});

// `localhost` stands for any name that is pointed at a private address once its hook was set up.
it.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433'])(
  'makes no connection to %s where only public addresses are in reach',
  async (host) => {
    const before = connections;
    await expect(post(`http://${host}:${port}/`, {}, '{}', 'public')).rejects.toThrow('The address is private');
    expect(connections).toBe(before);
  },
);

const urls = [...itself, ...elsewhere];

it(`makes no connection to any of ${urls.length} private URLs`, async () => {
  const before = connections;
  const answers = await Promise.allSettled(
    urls.map((url) => {
      const target = new URL(url);
      if (target.protocol === 'http:') target.port = String(port);
      return post(target.href, {}, '{}', 'public');
    }),
  );
  expect(urls.filter((_, place) => answers[place]?.status !== 'rejected')).toEqual([]);
  expect(connections).toBe(before);
});

/** What connecting to a name leads to that a name server answers with `addresses`. */
const connectingTo = (addresses: string[], loopback: boolean) => {
  const answer = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const look = ((_name: string, _options: object, callback: (error: null, found: typeof answer) => void) =>
    callback(null, answer)) as unknown as typeof lookup;
  return new Promise((resolve) =>
    guarded(loopback, look)('rebound.example.com', { all: true }, (error, found) => resolve(error?.message ?? found)),
  );
};

it.each(['127.0.0.1', '::1', '10.1.2.3', '169.254.169.254', '::ffff:192.168.0.1', 'fd00::1'])(
  'refuses a name that was rebound to %s, alone or beside a public address',
  async (address) => {
    expect(await connectingTo([address], false)).toBe('The address is private');
    expect(await connectingTo(['93.184.216.34', address], false)).toBe('The address is private');
  },
);

it('connects to exactly the addresses that it checked', async () => {
  expect(await connectingTo(['93.184.216.34'], false)).toEqual([{ address: '93.184.216.34', family: 4 }]);
  expect(await connectingTo(['127.0.0.1'], true)).toEqual([{ address: '127.0.0.1', family: 4 }]);
});
