import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

// The least that a proxy on Node can do: its own server, undici's lowest call, the answer whole. No checks, no streams.

const [folder = '', origin = '', authorization = ''] = process.argv.slice(2);
const { Agent } = createRequire(`${folder}/package.json`)('undici');

const agent = new Agent();
const http = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const chunks: Buffer[] = [];
  let type = '';
  agent.dispatch(
    { origin, path: request.url, method: 'GET', headers: { authorization } },
    {
      onRequestStart() {},
      onResponseStart: (_: unknown, _status: number, headers: Record<string, string>) =>
        void (type = headers['content-type'] ?? ''),
      onResponseData: (_: unknown, chunk: Buffer) => void chunks.push(chunk),
      onResponseEnd: () => {
        const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
        response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length }).end(body);
      },
      onResponseError: () => void response.writeHead(502).end(),
    },
  );
});
http.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(http.address() as AddressInfo).port}`));
