import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { post } from './post.ts';

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
