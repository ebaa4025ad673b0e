import type { QueryClient } from '@tanstack/react-query';
import type { Message } from '#contract/messages.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { defer, undo } from '#dashboard/lib/later.ts';
import type { Outgoing } from '#dashboard/lib/outgoing.ts';
import { type Shelf, shelf } from '#dashboard/lib/shelf.ts';
import { isOpen, tab } from '#dashboard/lib/tabLock.ts';
import { finishSwap } from './cancelMessage.ts';
import { lookUp } from './lookUp.ts';
import { readAgain, unreadOf, upsert } from './messageCache.ts';
import { post, postLast } from './postMessage.ts';
import { queryClient } from './queryClient.ts';

/** What somebody wants to send. */
export type Composed = Omit<Outgoing, 'key' | 'tab' | 'madeAt' | 'state' | 'reason' | 'until'>;

/** What came of a look-up, by message. */
type Verdicts = ReadonlyMap<number, string>;
type State = { outgoing: readonly Outgoing[]; verdicts: Verdicts };

/**
 * Texts on their way out. A text can be taken back for some seconds, is sent once, and stays here until the service
 * has it: a refusal keeps it with its reason, a missing answer is looked up in the thread, a closed window leaves it to
 * the next one. Nothing here is ever sent a second time unless a person asks for it.
 */
export class Outbox {
  #shelf: Shelf<Outgoing>;
  #cache: QueryClient;
  #state: State = { outgoing: [], verdicts: new Map() };
  #toasts = new Map<string, number>();
  #listeners = new Set<() => void>();
  /** Messages that are known to be one of these texts, and so no other. */
  #arrivals = new Set<number>();

  constructor(kept: Shelf<Outgoing>, cache: QueryClient) {
    this.#shelf = kept;
    this.#cache = cache;
  }

  get = (): State => this.#state;

  subscribe = (changed: () => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  /** Takes over what `owner` left in windows that are gone, and finds out what became of it. */
  async adopt(owner: string): Promise<void> {
    for (const [, left] of await this.#shelf.all()) {
      if (left.owner !== owner || this.#find(left.key) || (await isOpen(left.tab))) continue;
      const mine = { ...left, tab };
      this.#keep(mine);
      if (left.state === 'swapping') void this.#swap(mine).catch(() => undefined);
      else if (left.state !== 'refused')
        void this.#lookUp(mine, 'Looked up: it did not go out before the window closed.');
    }
  }

  /** Sends a text after the time to take it back; one for later goes to the service at once, where it can be cancelled. */
  send(composed: Composed, takenBack: (outgoing: Outgoing) => void): void {
    const outgoing: Outgoing = { ...composed, key: crypto.randomUUID(), tab, madeAt: Date.now(), state: 'waiting' };
    this.#keep(outgoing);
    if (composed.deliverAt) return void this.#send(outgoing);
    const toast = defer({
      text: `Text to ${composed.to} is going out`,
      run: () => this.#send(outgoing),
      onUndo: () => {
        this.#drop(outgoing);
        takenBack(outgoing);
      },
      onLeave: () => this.#leave(outgoing),
    });
    this.#toasts.set(outgoing.key, toast);
  }

  /** Takes a text back that still waits. */
  takeBack(key: string): void {
    const toast = this.#toasts.get(key);
    if (toast !== undefined) undo(toast);
  }

  /** Sends again what did not go out, at once: somebody has just asked for it. */
  retry(key: string): Promise<void> {
    const outgoing = this.#find(key);
    if (outgoing?.state !== 'refused') return Promise.resolve();
    const { sentAt: _sentAt, ...rest } = outgoing;
    return this.#send({ ...rest, again: (outgoing.again ?? 0) + 1 });
  }

  /** Gives a text up, for good or to be edited. */
  discard(key: string): Outgoing | undefined {
    const outgoing = this.#find(key);
    if (outgoing) this.#drop(outgoing);
    return outgoing;
  }

  async #send(waiting: Outgoing): Promise<void> {
    this.#toasts.delete(waiting.key);
    if (!navigator.onLine) return this.#whenOnline(waiting);
    const { reason: _reason, until: _until, ...rest } = waiting;
    const outgoing = this.#keep({ sentAt: Date.now(), ...rest, state: 'sending' });
    try {
      this.#arrived(outgoing, await post(outgoing));
    } catch (error) {
      await this.#failed(outgoing, error);
    }
  }

  #failed(outgoing: Outgoing, error: unknown): Promise<void> | void {
    if (!(error instanceof ApiError) || error.outcomeUnknown || [200, 408, 409, 500].includes(error.status)) {
      return this.#lookUp(outgoing);
    }
    if (error.status === 429 && error.retryAfter !== undefined) return this.#whenRefilled(outgoing, error.retryAfter);
    this.#keep({ ...outgoing, state: 'refused', reason: `Not sent: ${sentence(error.message)}` });
  }

  #whenOnline(outgoing: Outgoing) {
    this.#keep({ ...outgoing, state: 'waiting', reason: 'Offline. It goes out when you are back.' });
    addEventListener('online', () => void this.#sendIfWaiting(outgoing.key), { once: true });
  }

  #whenRefilled(outgoing: Outgoing, seconds: number) {
    const until = Date.now() + seconds * 1000;
    this.#keep({ ...outgoing, state: 'waiting', reason: 'All requests of this hour are used.', until });
    setTimeout(() => void this.#sendIfWaiting(outgoing.key), seconds * 1000);
  }

  #sendIfWaiting(key: string) {
    const outgoing = this.#find(key);
    return outgoing?.state === 'waiting' ? this.#send(outgoing) : Promise.resolve();
  }

  /** The window goes away: what can leave with it does; what can't is found by the next window. */
  #leave(outgoing: Outgoing) {
    this.#keep({ sentAt: Date.now(), ...outgoing, state: 'looking' });
    if (!outgoing.file) void postLast(outgoing).catch(() => undefined);
    // A window that comes back from the browser's cache has to learn what became of it.
    addEventListener('pageshow', () => void this.#lookUp(outgoing), { once: true });
  }

  async #lookUp(outgoing: Outgoing, absent = 'Looked up: it did not go out.'): Promise<void> {
    const looking = this.#keep({ ...outgoing, state: 'looking' });
    const found = await lookUp(looking, this.#arrivals);
    if (found === 'unknown') return void this.#keep({ ...looking, state: 'refused', reason: UNKNOWN });
    const [message] = found === 'absent' ? [] : found;
    if (found === 'absent' || !message) return void this.#keep({ ...looking, state: 'refused', reason: absent });
    for (const each of found) upsert(this.#cache, each);
    const times = found.length === 1 ? 'once' : found.length === 2 ? 'twice' : `${found.length} times`;
    this.#state = {
      ...this.#state,
      verdicts: new Map([...this.#state.verdicts, [message.id, `Looked up: it went out ${times}.`]]),
    };
    this.#arrived(outgoing, message);
  }

  /** The service has it. A reply reads the conversation. */
  #arrived(outgoing: Outgoing, message: Message) {
    this.#arrivals.add(message.id);
    if (!outgoing.deliverAt) readAgain(this.#cache, unreadOf(this.#cache, outgoing.contactId), true);
    upsert(this.#cache, message);
    if (outgoing.replaces)
      void this.#swap(this.#keep({ ...outgoing, state: 'swapping', made: message })).catch(() => undefined);
    else this.#drop(outgoing);
  }

  /** Stays on the device until the old text is gone: a window that closes in between leaves it to the next one. */
  async #swap(outgoing: Outgoing) {
    const { replaces, made } = outgoing;
    if (replaces && made) await finishSwap(this.#cache, replaces, made);
    this.#drop(outgoing);
  }

  #find = (key: string) => this.#state.outgoing.find((outgoing) => outgoing.key === key);

  #keep(outgoing: Outgoing): Outgoing {
    const others = this.#state.outgoing.filter(({ key }) => key !== outgoing.key);
    this.#show([...others, outgoing].toSorted((a, b) => a.madeAt - b.madeAt));
    void this.#shelf.put(outgoing.key, outgoing);
    return outgoing;
  }

  #drop({ key }: Outgoing) {
    this.#toasts.delete(key);
    this.#show(this.#state.outgoing.filter((outgoing) => outgoing.key !== key));
    void this.#shelf.remove(key);
  }

  #show(outgoing: readonly Outgoing[]) {
    this.#state = { ...this.#state, outgoing };
    for (const listener of this.#listeners) listener();
  }
}

const UNKNOWN = 'Looked up: it is not in the conversation, but may still go out. Sending it again may send it twice.';

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

export const outbox = new Outbox(shelf('outgoing'), queryClient);
