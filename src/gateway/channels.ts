import { randomBytes } from 'node:crypto';
import type { LiveEvent } from '#contract/events.ts';
import type { Relay } from './relay.ts';

/** Events of an account kept for streams that come back after a break. */
const keptPerAccount = 500;

type Frame = { sequence: number; bytes: Uint8Array };
type Listen = (bytes: Uint8Array) => void;
type Channel = {
  sequence: number;
  log: Frame[];
  listeners: Set<Listen>;
  /** What is published and not yet handed to the listeners. */
  waiting: Uint8Array[];
};

const encoder = new TextEncoder();
const frame = (id: string, event: LiveEvent) => encoder.encode(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);

type Neighbours = {
  /** Is told of every event that began here. */
  relay?: Relay | undefined;
  /** Is told of every account that something happened in, here or elsewhere. */
  onEvent?: (accountId: number) => void;
};

/**
 * Carries events to the streams of the account they belong to, and to no other. Each is written once, however many
 * listen; those of one moment are handed on together.
 */
export class Channels {
  readonly #channels = new Map<number, Channel>();
  // Ids of another process's life mean nothing here; with them a stream is told to start over.
  readonly #life = randomBytes(6).toString('base64url');
  readonly #people = new Map<string, Set<Listen>>();
  readonly #neighbours: Neighbours;

  constructor(neighbours: Neighbours = {}) {
    this.#neighbours = neighbours;
  }

  /** Tells the account's streams, here and in every other process. */
  publish(accountId: number, event: LiveEvent) {
    this.publishHere(accountId, event);
    this.#neighbours.relay?.tell({ kind: 'event', accountId, event });
  }

  /** Tells the account's streams in this process only. */
  publishHere(accountId: number, event: LiveEvent) {
    this.#neighbours.onEvent?.(accountId);
    const channel = this.#channel(accountId);
    channel.sequence += 1;
    const bytes = frame(this.#id(channel), event);
    channel.log.push({ sequence: channel.sequence, bytes });
    if (channel.log.length > keptPerAccount) channel.log.shift();
    if (channel.listeners.size === 0) return;
    if (channel.waiting.push(bytes) === 1) setImmediate(() => this.#handOn(channel));
  }

  /** Events may have been missed: every stream starts over. */
  resync() {
    for (const accountId of this.#channels.keys()) this.publishHere(accountId, { type: 'resync' });
  }

  /** Tells one person's streams, and keeps nothing for later. `event` is made only when somebody listens. */
  tell(username: string, event: () => LiveEvent) {
    const listeners = this.#people.get(username.toLowerCase());
    if (!listeners) return;
    const bytes = encoder.encode(`data: ${JSON.stringify(event())}\n\n`);
    for (const listen of listeners) listen(bytes);
  }

  /** Calls `listen` with what is told to one person. Returns what stops it. */
  hear(username: string, listen: Listen): () => void {
    const name = username.toLowerCase();
    const listeners = this.#people.get(name) ?? new Set();
    this.#people.set(name, listeners.add(listen));
    return () => {
      listeners.delete(listen);
      if (listeners.size === 0) this.#people.delete(name);
    };
  }

  /**
   * Calls `listen` with every event of the account from now on, and first with what came after `lastEventId`: `ready`
   * and the missed events, or `resync` when they are no longer known. Returns what stops it.
   */
  subscribe(accountId: number, lastEventId: string | undefined, listen: Listen): () => void {
    const channel = this.#channel(accountId);
    // Who comes now finds in the log what the others still wait for.
    this.#handOn(channel);
    const missed = lastEventId ? this.#since(channel, lastEventId) : [];
    // The id of the greeting is where the missed events begin, so a break in between loses none of them.
    const before = missed?.[0] ? missed[0].sequence - 1 : channel.sequence;
    listen(frame(this.#id(channel, before), { type: missed ? 'ready' : 'resync' }));
    for (const { bytes } of missed ?? []) listen(bytes);
    channel.listeners.add(listen);
    return () => void channel.listeners.delete(listen);
  }

  #handOn(channel: Channel) {
    const [first, ...others] = channel.waiting;
    if (!first) return;
    const bytes = others.length === 0 ? first : Buffer.concat(channel.waiting);
    channel.waiting = [];
    for (const listen of channel.listeners) listen(bytes);
  }

  /** The id of the account's newest event; nothing has happened after it. */
  position = (accountId: number): string => this.#id(this.#channel(accountId));

  #since({ sequence, log }: Channel, lastEventId: string): Frame[] | null {
    const [life, last] = lastEventId.split('.');
    if (life !== this.#life || !/^\d{1,15}$/.test(last ?? '')) return null;
    const oldest = log[0]?.sequence ?? sequence + 1;
    if (Number(last) < oldest - 1 || Number(last) > sequence) return null;
    return log.filter((kept) => kept.sequence > Number(last));
  }

  #id = ({ sequence }: Channel, at = sequence) => `${this.#life}.${at}`;

  #channel(accountId: number): Channel {
    const channel = this.#channels.get(accountId) ?? { sequence: 0, log: [], listeners: new Set(), waiting: [] };
    this.#channels.set(accountId, channel);
    return channel;
  }
}
