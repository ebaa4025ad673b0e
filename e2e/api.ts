import type { APIRequestContext } from '@playwright/test';
import { demo, type Switchboard } from './switchboard.ts';

/** The API as the demo account's integrations see it: what the service itself knows, apart from any page. */
export function apiOf({ api }: Pick<Switchboard, 'api'>, request: APIRequestContext) {
  const headers = { Authorization: `Basic ${btoa(`${demo.username}:${demo.password}`)}` };
  const send = async (method: string, path: string, data?: object) => {
    const reply = await request.fetch(`${api}/api${path}`, { method, headers, ...(data && { data }) });
    return { status: reply.status(), headers: reply.headers(), body: await reply.json() };
  };
  return {
    send,
    /** A whole list, page after page. */
    all: async <Item>(path: string): Promise<Item[]> => {
      const items: Item[] = [];
      for (let page = 1; ; page += 1) {
        const { body, headers: told } = await send(
          'GET',
          `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`,
        );
        items.push(...body);
        if (!told['x-next-page']) return items;
      }
    },
  };
}

/** `(303) 555-0142` of `13035550142`. */
export const national = (phone: string): string => phone.replace(/^\+?1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');

/** Runs `make` for 0 … n-1, some at a time. */
export async function many<T>(n: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let start = 0; start < n; start += 20) {
    made.push(...(await Promise.all(Array.from({ length: Math.min(20, n - start) }, (_, i) => make(start + i)))));
  }
  return made;
}
