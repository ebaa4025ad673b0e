import { randomBytes } from 'node:crypto';
import type { LiveEvent } from '#contract/events.ts';

/** Events of an account kept for streams that come back after a break. */
const keptPerAccount = 500;

type Frame = { sequence: number; bytes: Uint8Array };
type Channel = { sequence: number; log: Frame[]; listeners: Set<(bytes: Uint8Array) => void> };

const encoder = new TextEncoder();
const frame = (id: string, event: LiveEvent) => encoder.encode(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);

/** Carries events to the streams of the account they belong to, and to no other. Written once, however many listen. */
export class Channels {
  readonly #channels = new Map<number, Channel>();
  // Ids of another process's life mean nothing here; with them a stream is told to start over.
  readonly #life = randomBytes(6).toString('base64url');

  publish(accountId: number, event: LiveEvent) {
    const channel = this.#channel(accountId);
    channel.sequence += 1;
    const bytes = frame(this.#id(channel), event);
    channel.log.push({ sequence: channel.sequence, bytes });
    if (channel.log.length > keptPerAccount) channel.log.shift();
    for (const listen of channel.listeners) listen(bytes);
  }

  /**
   * Calls `listen` with every event of the account from now on, and first with what came after `lastEventId`: `ready`
   * and the missed events, or `resync` when they are no longer known. Returns what stops it.
   */
  subscribe(accountId: number, lastEventId: string | undefined, listen: (bytes: Uint8Array) => void): () => void {
    const channel = this.#channel(accountId);
    const missed = lastEventId ? this.#since(channel, lastEventId) : [];
    // The id of the greeting is where the missed events begin, so a break in between loses none of them.
    const before = missed?.[0] ? missed[0].sequence - 1 : channel.sequence;
    listen(frame(this.#id(channel, before), { type: missed ? 'ready' : 'resync' }));
    for (const { bytes } of missed ?? []) listen(bytes);
    channel.listeners.add(listen);
    return () => void channel.listeners.delete(listen);
  }

  #since({ sequence, log }: Channel, lastEventId: string): Frame[] | null {
    const [life, last] = lastEventId.split('.');
    if (life !== this.#life || !/^\d{1,15}$/.test(last ?? '')) return null;
    const oldest = log[0]?.sequence ?? sequence + 1;
    if (Number(last) < oldest - 1 || Number(last) > sequence) return null;
    return log.filter((kept) => kept.sequence > Number(last));
  }

  #id = ({ sequence }: Channel, at = sequence) => `${this.#life}.${at}`;

  #channel(accountId: number): Channel {
    const channel = this.#channels.get(accountId) ?? { sequence: 0, log: [], listeners: new Set() };
    this.#channels.set(accountId, channel);
    return channel;
  }
}
