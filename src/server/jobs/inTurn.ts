/** Runs `work`, now or in its turn. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * One after the other. Where one connection is all there is, everybody who waits for it then gets it between two pieces of
 * a broadcast's work, and not after one of each kind.
 */
export function inTurn(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work, work);
    last = done;
    return done;
  };
}

/** All at once. */
export const atOnce: Turns = (work) => work();
