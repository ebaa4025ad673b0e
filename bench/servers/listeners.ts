import { connect, type Socket } from 'node:net';

// Thousands of browsers, as far as the server can tell: each holds one stream open and reads it. The parent sends
// the cookies to come with, then `{ count }`, and hears `reached` when so many events have come since.

const [origin = '', path = '', clients = '0'] = process.argv.slice(2);
const { hostname, port } = new URL(origin);
const eventEnd = '}\n\n';

let events = 0;
let wanted = Infinity;
const say = (message: object) => process.send?.(message);

function heard(text: string) {
  for (let at = text.indexOf(eventEnd); at >= 0; at = text.indexOf(eventEnd, at + 3)) events += 1;
  if (events < wanted) return;
  wanted = Infinity;
  say({ reached: true });
}

function open(cookie: string | undefined): Promise<Socket> {
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${hostname}:${port}`, 'Accept: text/event-stream'];
  if (cookie) lines.push(`Cookie: ${cookie}`);
  return new Promise((resolve, reject) => {
    let end = '';
    const socket = connect(Number(port), hostname, () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    socket.on('data', (chunk: Buffer) => {
      const text = end + chunk.toString('latin1');
      end = text.slice(-2);
      heard(text);
      resolve(socket);
    });
    socket.once('error', reject);
    socket.once('close', () => say({ lost: true }));
  });
}

const batch = 50;

async function openAll(cookies: string[]) {
  for (let n = 0; n < Number(clients); n += batch)
    await Promise.all(Array.from({ length: Math.min(batch, Number(clients) - n) }, (_, i) => open(cookies[n + i])));
  say({ open: true });
}

process.on('message', (told: { cookies: string[] } | { count: number }) => {
  if ('cookies' in told) return void openAll(told.cookies);
  events = 0;
  wanted = told.count;
  say({ ready: true });
});
