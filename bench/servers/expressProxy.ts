import { createRequire } from 'node:module';
import { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';

// http-proxy-middleware on Express as its documentation shows it, with connections kept open.

const [folder = '', target = '', authorization = ''] = process.argv.slice(2);
const load = createRequire(`${folder}/package.json`);
const express = load('express');
const { createProxyMiddleware } = load('http-proxy-middleware');

const app = express();
const agent = new Agent({ keepAlive: true });
const headers = { Authorization: authorization };
app.use(createProxyMiddleware({ target, changeOrigin: true, agent, headers }));
const http = app.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
});
