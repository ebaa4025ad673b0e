import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// Stands for the hosted API: answers at once, so that what is measured is the way to it. `/hook` tells of the web hook
// that was made here last.

const contacts = Array.from({ length: 25 }, (_, i) => ({
  id: 1_000 + i,
  account_id: 70,
  phone: `1303555${1_000 + i}`,
  first_name: 'Wanda',
  last_name: `Northgate ${i}`,
  business_name: 'Northgate Staffing',
  email: `wanda.${i}@northgate.test`,
  notes: 'Prefers texts in the morning; night shifts only.',
  tags: ['forklift', 'weekends'],
  opted_out: false,
  created_at: '2026-11-24T10:00:00.000Z',
  updated_at: '2026-11-24T10:00:00.000Z',
}));
const page = Buffer.from(JSON.stringify(contacts));
const headers = {
  'Content-Type': 'application/json',
  'X-Total': '2500000',
  'X-Total-Pages': '100000',
  'X-Per-Page': '25',
  'X-RateLimit-Limit': '100000000',
  'X-RateLimit-Remaining': '90000000',
  'X-RateLimit-Reset': '1800',
};
const user = { id: 7, account_id: 70, email: '', first_name: 'Dana', last_name: 'Reyes', role: 'org_admin' };

let hook: object = {};
const json = (value: unknown) => Buffer.from(JSON.stringify(value));

/** Who asks, of `Basic …`. */
const emailOf = (authorization = '') => Buffer.from(authorization.slice(6), 'base64').toString().split(':')[0];

const http = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const answer = (body: Buffer) => response.writeHead(200, { ...headers, 'Content-Length': body.length }).end(body);
  const { url = '', method } = request;
  if (url === '/api/users/current') answer(json([{ ...user, email: emailOf(request.headers.authorization) }]));
  else if (url === '/hook') answer(json(hook));
  else if (!url.startsWith('/api/web_hooks')) answer(page);
  else if (method === 'GET') answer(json([]));
  else {
    let sent = '';
    request.on('data', (chunk) => (sent += chunk));
    request.on('end', () => {
      hook = { id: 1, secret: 'signing secret', ...JSON.parse(sent) };
      answer(json(hook));
    });
  }
});
http.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(http.address() as AddressInfo).port}`));
