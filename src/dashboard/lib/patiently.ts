const PAUSE = 3_000;

export const never = () => Promise.resolve(false);

/**
 * Fetches what can be done without for a while, and tries again for as long as it does not come; once more only where
 * that is `inVain`.
 */
export const patiently = <T>(load: () => Promise<T>, inVain = never): Promise<T> =>
  load().catch(async () => {
    if (await inVain()) return load();
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return patiently(load, inVain);
  });
