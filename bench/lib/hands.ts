import type { CDPSession, Page } from '@playwright/test';

// What fingers do in an inbox, and how long it takes to be seen.

/**
 * Milliseconds from a press on a conversation to the first frame that shows it. `place`: where its row is in the list.
 * What is shown before may be another conversation, or the list alone.
 */
export async function opening(page: Page, place: number): Promise<number> {
  const row = page.getByRole('list', { name: 'Conversations' }).getByRole('link').nth(place);
  await row.evaluate((link: HTMLElement) => {
    const newest = () => [...document.querySelectorAll('[role=log] [id^=text-]')].at(-1)?.id;
    const before = newest();
    const opened = new Promise<number>((resolve) => {
      let pressed = 0;
      const painted = () => resolve(performance.now() - pressed);
      const look = () => {
        const isOpen = link.ariaCurrent === 'true' && newest() !== undefined && newest() !== before;
        if (isOpen) void scheduler.postTask(painted, { priority: 'user-blocking' });
        else requestAnimationFrame(look);
      };
      addEventListener(
        'pointerdown',
        ({ timeStamp }) => {
          pressed = timeStamp;
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
    Object.assign(globalThis, { opened });
  });
  await row.click();
  return page.evaluate(() => Reflect.get(globalThis, 'opened') as Promise<number>);
}

/** Opens `count` conversations one after the other from place `first` on, each read ahead as the pointer or `j` does it. */
export async function openings(page: Page, first: number, count: number): Promise<number[]> {
  const rows = page.getByRole('list', { name: 'Conversations' }).getByRole('link');
  const times: number[] = [];
  for (let place = first; place < first + count; place += 1) {
    const id = await rows.nth(place).getAttribute('data-contact');
    const read = ['messages', 'contacts'].map((what) =>
      page.waitForResponse((response) => new URL(response.url()).pathname === `/api/${what}/${id}`),
    );
    await rows.nth(place).focus();
    await Promise.all(read);
    times.push(await opening(page, place));
  }
  return times;
}

/**
 * Milliseconds that each key keeps the page's main thread busy, until the next: handlers, React, layout, paint, and the
 * draft and the meter that follow. Counted by the thread's own clock, so that what else runs on the machine is not in it.
 */
export async function keys(page: Page, session: CDPSession): Promise<number[]> {
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.fill('');
  await box.focus();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const times: number[] = [];
  for (const letter of 'the quick brown fox jumps over the lazy dog') {
    const before = await busy();
    await page.keyboard.type(letter, { delay: 20 });
    await page.waitForTimeout(100);
    times.push((await busy()) - before);
  }
  await session.send('Performance.disable');
  return times;
}

/** Pixels of a frame: what a hand does that turns a wheel fast or throws a page, 9,000 in a second. */
export const HAND = 150;

/**
 * The milliseconds of 240 frames while the thread is scrolled from its end towards its beginning and back, by so many
 * pixels in each; `Infinity`: all the way, as if its bar were dragged.
 */
export const scrolling = (page: Page, pixels: number) =>
  page.getByRole('log').evaluate(
    (log, perFrame) =>
      new Promise<number[]>((resolve) => {
        const frames: number[] = [];
        const steps = 240;
        const far = Math.min(log.scrollHeight - log.clientHeight, (perFrame * steps) / 2);
        let before = 0;
        const step = (now: number) => {
          if (before) frames.push(now - before);
          before = now;
          if (frames.length >= steps) return resolve(frames);
          const done = frames.length / steps;
          log.scrollTop = -far * (1 - Math.abs(1 - 2 * done));
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    pixels,
  );
