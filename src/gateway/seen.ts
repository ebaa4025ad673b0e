import { isJson } from './keptReply.ts';

/** What was read or written last, to tell what a field was before. */
export type Thing = Record<string, unknown>;

const keptAtMost = 5_000;
const bytesAtMost = 1_000_000;
const thingAtMost = 4_000;

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The things of the API as they went through the gateway last. */
export class Seen {
  readonly #things = new Map<string, string>();

  /** Learns from an answer, a single thing or a list. */
  learn(account: string, resource: string, body: unknown) {
    for (const thing of Array.isArray(body) ? body : [body]) {
      if (!isThing(thing) || typeof thing['id'] !== 'number') continue;
      const text = JSON.stringify(thing);
      if (text.length > thingAtMost) continue;
      const key = `${account} ${resource} ${thing['id']}`;
      this.#things.delete(key);
      this.#things.set(key, text);
      if (this.#things.size > keptAtMost) this.#things.delete(this.#things.keys().next().value ?? '');
    }
  }

  /** Learns from a reply without holding it up. Only what will be read to its end is read twice. */
  async learnFrom(account: string, resource: string, reply: Response) {
    const size = Number(reply.headers.get('Content-Length') ?? 0);
    if (reply.status !== 200 || !isJson(reply.headers) || size > bytesAtMost) return;
    const text = await reply
      .clone()
      .text()
      .catch(() => '');
    if (text.length <= bytesAtMost) this.learn(account, resource, parsed(text));
  }

  find(account: string, resource: string, id: number | null): Thing | null {
    const text = this.#things.get(`${account} ${resource} ${id}`);
    const thing = text === undefined ? null : parsed(text);
    return isThing(thing) ? thing : null;
  }
}

/** JSON that may be none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
