import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

// better-sse as its documentation shows it, on Node's own server: a channel, and whatever is posted goes to all of it.

const [folder = ''] = process.argv.slice(2);
const { createChannel, createSession } = createRequire(`${folder}/package.json`)('better-sse');

const channel = createChannel();
const http = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  if (request.method === 'GET') {
    void createSession(request, response).then((session: unknown) => channel.register(session));
    return;
  }
  let sent = '';
  request.on('data', (chunk) => (sent += chunk));
  request.on('end', () => {
    channel.broadcast(JSON.parse(sent), 'message');
    response.writeHead(204).end();
  });
});
http.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(http.address() as AddressInfo).port}`));
