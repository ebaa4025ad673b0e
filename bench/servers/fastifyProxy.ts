import { createRequire } from 'node:module';

// @fastify/http-proxy as its documentation shows it; it keeps connections open by itself.

const [folder = '', upstream = '', authorization = ''] = process.argv.slice(2);
const load = createRequire(`${folder}/package.json`);
const app = load('fastify')();
app.register(load('@fastify/http-proxy'), {
  upstream,
  replyOptions: {
    rewriteRequestHeaders: (_: unknown, headers: object) => ({ ...headers, authorization }),
  },
});
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
