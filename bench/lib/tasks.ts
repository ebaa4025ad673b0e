import type { Browser, Page } from '@playwright/test';
import type { App } from './apps.ts';
import { settled, watch } from './inPage.ts';
import { table } from './report.ts';
import { type Wanted, wantedTable } from './wanted.ts';

// What is asked of the API while somebody works, and while nobody does.

const idleMs = 60_000;

export type Tasks = {
  cold: string[];
  warm: string[];
  other: string[];
  still: { app: string; idle: number; refocus: number }[];
};

/** The requests to the API while `act` runs, as `GET /messages/7`, and any other to the gateway, but no files. */
async function asked(page: Page, act: () => Promise<unknown>): Promise<string[]> {
  const all: string[] = [];
  const note = (request: { method: () => string; url: () => string; resourceType: () => string }) => {
    const { pathname } = new URL(request.url());
    if (['fetch', 'xhr'].includes(request.resourceType())) all.push(`${request.method()} ${pathname}`);
  };
  page.on('request', note);
  await act();
  page.off('request', note);
  return all;
}

const ofApi = (all: string[]) => all.filter((line) => line.includes(' /api/'));

/** Opens the conversation at `place`, reads, replies, and goes back to the list. */
async function readAndReply(page: Page, place: number) {
  const row = page.getByRole('list', { name: 'Conversations' }).getByRole('link').nth(place);
  await row.click();
  await page.locator('[role=log] [id^=text-]').first().waitFor();
  await page.getByRole('textbox', { name: 'Message' }).fill('Thank you!');
  const sent = page.waitForResponse(
    (reply) => reply.request().method() === 'POST' && reply.url().endsWith('/api/messages'),
    { timeout: 30_000 },
  );
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await sent;
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Inbox/ })
    .click();
  // What follows from the text, such as news of its delivery, comes in.
  await page.waitForTimeout(3_000);
}

async function measureStill(page: Page, app: App): Promise<Tasks['still'][number]> {
  const idle = ofApi(await asked(page, () => page.waitForTimeout(idleMs)));
  const refocus = ofApi(
    await asked(page, async () => {
      await page.evaluate(() => {
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
        window.dispatchEvent(new Event('focus'));
      });
      await page.waitForTimeout(3_000);
    }),
  );
  return { app: app.name, idle: idle.length, refocus: refocus.length };
}

async function open(browser: Browser, app: App): Promise<Page> {
  const page = await browser.newPage({ baseURL: app.origin, viewport: { width: 1440, height: 900 } });
  await app.prepare(page.context());
  await watch(page, app.places.inbox.rows);
  return page;
}

export async function measureTasks(browser: Browser, apps: App[]): Promise<Tasks> {
  const [own, ...others] = apps as [App, ...App[]];
  const page = await open(browser, own);
  const cold = await asked(page, async () => {
    await page.goto('/inbox');
    await settled(page);
    await readAndReply(page, 3);
  });
  // Whom one has written to stands on top now.
  const warm = await asked(page, () => readAndReply(page, 0));
  const other = await asked(page, () => readAndReply(page, 5));
  const still = [await measureStill(page, own)];
  await page.close();
  for (const app of others) {
    const theirs = await open(browser, app);
    await theirs.goto(app.places.inbox.path);
    await settled(theirs);
    still.push(await measureStill(theirs, app));
    await theirs.close();
  }
  return { cold, warm, other, still };
}

export function tasksSection({ cold, warm, other, still }: Tasks): string {
  const [own] = still as [Tasks['still'][number]];
  const wanted: Wanted[] = [
    { what: 'first time', is: ofApi(cold).length, most: 3, unit: '' },
    { what: 'again, the same person', is: ofApi(warm).length, most: 1, unit: '' },
    { what: 'a minute of nothing', is: own.idle, most: 0, unit: '' },
    { what: 'coming back to the window', is: own.refocus, most: 0, unit: '' },
  ];
  const told = (all: string[]) => all.map((line) => `\`${line}\``).join(', ') || 'none';
  return `### Requests to the API: open the inbox, read, reply, back

${wantedTable(wanted)}

First time: ${told(cold)}. Again: ${told(warm)}. Another person in the same tab: ${told(other)}. Only what begins with \`/api\`
goes on to the API; the others are the gateway's own.

${table(
  ['requests to the API', 'a minute of nothing', 'coming back to the window'],
  still.map(({ app, idle, refocus }) => [app, idle, refocus]),
)}`;
}
