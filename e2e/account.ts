import { type APIRequestContext, expect } from '@playwright/test';
import { demo, type Switchboard } from './switchboard.ts';

/** Asks a running server as its demo account, past the dashboard; throws what it refuses. */
export function accountOf({ api }: Pick<Switchboard, 'api'>, request: APIRequestContext) {
  const headers = { Authorization: `Basic ${btoa(`${demo.username}:${demo.password}`)}` };
  const ask = async (method: string, path: string, data?: object) => {
    const reply = await request.fetch(`${api}${path}`, { method, headers, ...(data && { data }) });
    expect(reply.ok(), `${method} ${path}: ${await reply.text()}`).toBe(true);
    return reply.json();
  };
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, data: object) => ask('POST', path, data),
    put: (path: string, data: object = {}) => ask('PUT', path, data),
    delete: (path: string) => ask('DELETE', path),
  };
}
