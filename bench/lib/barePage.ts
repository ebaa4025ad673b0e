import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Cookie } from '@playwright/test';

/** What measuring needs of a page. */
export type BarePage = {
  /** One command of Chrome's DevTools protocol. */
  send: (method: string, params?: object) => Promise<unknown>;
  /** Until the page begins to come. */
  goto: (url: string) => Promise<void>;
  evaluate: <Result>(run: () => Result | Promise<Result>) => Promise<Result>;
  close: () => Promise<unknown>;
};

/** A page that crashed says nothing. */
async function tooLate(method: string): Promise<never> {
  await pause(150_000, undefined, { ref: false });
  throw new Error(`${method} was not answered`);
}

type Answer = { id?: number; result?: unknown; error?: { message: string } };

/** Sends commands to a page through the browser's session, the only one that Playwright hands out for it. */
function talkTo(root: CDPSession, sessionId: string): BarePage['send'] {
  const waiting = new Map<number, (answer: Answer) => void>();
  let sent = 0;
  root.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    if (from !== sessionId) return;
    const answer = JSON.parse(message) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  return async (method, params = {}) => {
    const id = ++sent;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    waiting.set(id, resolve);
    await root.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await Promise.race([promise, tooLate(method)]);
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
}

/**
 * A profile whose pages nothing looks into. Playwright has Chromium collect stacks in every page of its own, which costs
 * some 0.1 s in each first load under a slowed processor (an `Error` made while React's code is evaluated has V8 parse all
 * of that code once more), and nobody who visits a page.
 */
export async function bareProfile(browser: Browser, cookies: Cookie[]) {
  const root = await browser.newBrowserCDPSession();
  const { browserContextId } = await root.send('Target.createBrowserContext');
  const given = cookies.map(({ name, value, domain, path }) => ({ name, value, domain, path }));
  if (given.length > 0) await root.send('Storage.setCookies', { cookies: given, browserContextId });
  const open = async (width: number, height: number): Promise<BarePage> => {
    const { targetId } = await root.send('Target.createTarget', { url: 'about:blank', browserContextId });
    // Without `flatten`: then its messages come through this session.
    const { sessionId } = await root.send('Target.attachToTarget', { targetId });
    const send = talkTo(root, sessionId);
    await send('Page.enable');
    await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    return {
      send,
      goto: async (url) => {
        const { errorText } = (await send('Page.navigate', { url })) as { errorText?: string };
        if (errorText) throw new Error(`${url}: ${errorText}`);
      },
      evaluate: async (run) => {
        const expression = `(${String(run)})()`;
        const done = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
        const { result, exceptionDetails } = done as { result: { value: never }; exceptionDetails?: unknown };
        if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
        return result.value;
      },
      close: () => root.send('Target.closeTarget', { targetId }),
    };
  };
  return {
    open,
    close: async () => {
      await root.send('Target.disposeBrowserContext', { browserContextId });
      await root.detach();
    },
  };
}
