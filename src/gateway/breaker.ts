import { Unanswered, type Upstream } from './upstream.ts';
import type { AskWhole } from './whole.ts';

const failuresAtMost = 5;
const firstRestMs = 2_000;
const longestRestMs = 30_000;
const inTrouble = new Set([502, 503, 504]);

/**
 * An upstream that failed several times in a row is left alone for a while: who asks meanwhile is told at once. Then
 * one request finds out how it is.
 */
export class Breaker {
  #failures = 0;
  #restMs = firstRestMs;
  #restsUntil = 0;
  #trying = false;

  /** True while nothing is sent upstream. */
  get isOpen(): boolean {
    return this.#restsUntil > Date.now();
  }

  /** `upstream`, behind this breaker. */
  guard(upstream: Upstream): Upstream {
    return (request) => this.#watch(async () => upstream(request), request.signal);
  }

  /** The same for calls that are wanted whole. */
  guardWhole(askWhole: AskWhole): AskWhole {
    return (call) => this.#watch(() => askWhole(call), call.cancelled);
  }

  async #watch<Reply extends { status: number }>(ask: () => Promise<Reply>, signal: AbortSignal | undefined) {
    this.#admit();
    try {
      const reply = await ask();
      if (inTrouble.has(reply.status)) this.#failed();
      else this.#worked();
      return reply;
    } catch (error) {
      // Somebody stopped waiting for it, which says nothing of the upstream; that it was late does.
      if (!signal?.aborted || isLate(signal)) this.#failed();
      else this.#trying = false;
      throw error;
    }
  }

  #admit() {
    const resting = this.#restsUntil - Date.now();
    if (this.#failures < failuresAtMost || (resting <= 0 && !this.#trying)) {
      this.#trying = this.#failures >= failuresAtMost;
      return;
    }
    const seconds = Math.max(1, Math.ceil(resting / 1_000));
    throw new Unanswered(503, 'The TextUs API has not answered for a while. Nothing was sent.', {
      retryAfter: seconds,
    });
  }

  #worked() {
    this.#failures = 0;
    this.#restMs = firstRestMs;
    this.#restsUntil = 0;
    this.#trying = false;
  }

  #failed() {
    this.#trying = false;
    this.#failures += 1;
    if (this.#failures < failuresAtMost) return;
    this.#restsUntil = Date.now() + this.#restMs;
    this.#restMs = Math.min(2 * this.#restMs, longestRestMs);
  }
}

const isLate = ({ reason }: AbortSignal) => reason instanceof Error && reason.name === 'TimeoutError';
