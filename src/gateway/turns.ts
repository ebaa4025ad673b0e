/** Background requests of one user that go upstream at once, and that may wait for it. */
const atOnce = 3;
const waitingAtMost = 50;

type Queue = { running: number; waiting: (() => void)[] };

/** Lets background requests of a user upstream a few at a time, so that what a person asks for meets no crowd there. */
export class Turns {
  readonly #queues = new Map<string, Queue>();

  /** How many of the user's requests wait. */
  waiting(username: string): number {
    return this.#queues.get(username)?.waiting.length ?? 0;
  }

  /** Waits for a turn and answers what ends it; null when too many wait already, or `signal` fires first. */
  async take(username: string, signal: AbortSignal): Promise<(() => void) | null> {
    const queue = this.#queues.get(username) ?? { running: 0, waiting: [] };
    this.#queues.set(username, queue);
    if (queue.running >= atOnce) {
      if (queue.waiting.length >= waitingAtMost) return null;
      const called = await turnOf(queue, signal);
      if (!called) return null;
    } else queue.running += 1;
    return () => this.#end(username, queue);
  }

  #end(username: string, queue: Queue) {
    const next = queue.waiting.shift();
    if (next) return next();
    queue.running -= 1;
    if (queue.running === 0) this.#queues.delete(username);
  }
}

/** True once it is this request's turn; false when nobody waits for it any more. */
const turnOf = ({ waiting }: Queue, signal: AbortSignal) =>
  new Promise<boolean>((resolve) => {
    const call = () => {
      signal.removeEventListener('abort', leave);
      resolve(true);
    };
    const leave = () => {
      const place = waiting.indexOf(call);
      if (place >= 0) waiting.splice(place, 1);
      resolve(false);
    };
    if (signal.aborted) return leave();
    waiting.push(call);
    signal.addEventListener('abort', leave, { once: true });
  });
