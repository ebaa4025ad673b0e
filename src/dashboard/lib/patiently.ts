const PAUSE = 3_000;

/** Fetches code that the page can do without for a while, and tries again for as long as it does not come. */
export const patiently = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return patiently(load);
  });
