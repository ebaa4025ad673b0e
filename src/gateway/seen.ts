import { isJson, jsonOf, type KeptReply } from './keptReply.ts';

/** What was read or written last, to tell what a field was before. */
export type Thing = Record<string, unknown>;

const bytesAtMost = 8_000_000;
const replyAtMost = 1_000_000;

type Bytes = Uint8Array<ArrayBuffer>;

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The last answers of the API as they went through the gateway, read only when something in them is asked for. */
export class Seen {
  /** By whose, of what and which address, the newest last. */
  readonly #answers = new Map<string, { of: string; bytes: Bytes }>();
  #size = 0;

  /** Learns from the answer to `address`, a single thing or a list. */
  learn(account: string, resource: string, address: string, { status, headers, bytes }: KeptReply) {
    if (status !== 200 && status !== 201) return;
    if (!bytes || bytes.byteLength > replyAtMost || !isJson(headers)) return;
    const of = `${account} ${resource}`;
    const key = `${of} ${address}`;
    this.#drop(key);
    this.#answers.set(key, { of, bytes });
    this.#size += bytes.byteLength;
    for (const oldest of this.#answers.keys()) {
      if (this.#size <= bytesAtMost) break;
      this.#drop(oldest);
    }
  }

  /** The thing as it was seen last. */
  find(account: string, resource: string, id: number | null): Thing | null {
    const of = `${account} ${resource}`;
    const written = `${id}`;
    for (const { of: whose, bytes } of [...this.#answers.values()].toReversed()) {
      if (whose !== of || !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(written)) continue;
      const body = jsonOf({ bytes });
      const things: unknown[] = Array.isArray(body) ? body : [body];
      const found = things.filter(isThing).find((thing) => thing['id'] === id);
      if (found) return found;
    }
    return null;
  }

  #drop(key: string) {
    this.#size -= this.#answers.get(key)?.bytes.byteLength ?? 0;
    this.#answers.delete(key);
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
