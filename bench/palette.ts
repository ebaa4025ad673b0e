import { chromium, type Page } from '@playwright/test';
import { assemble } from '#server/assembly.ts';
import { openPglite } from '#server/db/database.ts';
import { seedScale } from '#server/seed/scale.ts';
import { createDemoAccount } from '#server/store/demo.ts';
import { chromiumPath } from '../e2e/chromiumPath.ts';
import { demo, startSwitchboard, type Switchboard } from '../e2e/switchboard.ts';

// `npm run bench -- palette`: from the last letter typed into the command palette to the frame that shows the person,
// among CONTACTS people on the embedded database. ROUNDS people are looked for in each way.

const CONTACTS = Number(process.env['CONTACTS'] ?? 100_000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 20);
const ALLOWED_MS = 300;
const betweenKeysMs = 60;

type Person = { id: number; first_name: string; last_name: string; phone: string };

const threeLetters = ({ first_name }: Person) => first_name.slice(0, 3);
const lastName = ({ last_name }: Person) => last_name;
/** What many are found by: there the first of them is waited for, as the person meant may stand further down. */
const ofMany = [threeLetters, lastName];

const sorted = (values: number[]) => values.toSorted((a, b) => a - b);
const at = (values: number[], share: number) => sorted(values)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
const ms = (value: number) => `${value.toFixed(0)} ms`;

async function fill(dataDir: string) {
  const database = await openPglite(dataDir);
  const { close } = await assemble(database, {
    rateLimitHour: 0,
    broadcastIntervalS: 0,
    simulator: false,
    carrierDelayMs: 0,
    log: console.error,
  });
  const { organization, account, user } = await createDemoAccount(database.db);
  const tenant = { accountId: account.id, organizationId: organization.id, userId: user.id };
  await seedScale(database.db, { ...tenant, contacts: CONTACTS, messages: CONTACTS });
  await close();
  await database.close();
}

/** People from all over the account but its first tenth: the ends of those numbers are mostly zeros, which many have. */
async function people({ api }: Switchboard): Promise<Person[]> {
  const headers = { Authorization: `Basic ${btoa(`${demo.username}:${demo.password}`)}` };
  return Promise.all(
    Array.from({ length: ROUNDS }, async (_, n) => {
      const page = 1 + Math.floor(CONTACTS * (0.1 + (0.9 * n) / ROUNDS));
      const reply = await fetch(`${api}/api/contacts?per_page=1&page=${page}`, { headers });
      const [person] = await reply.json();
      return person;
    }),
  );
}

/** Types `text` and answers how long after the last key an option named `name` was shown, and how long the API took. */
async function look(page: Page, text: string, name: string): Promise<number> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or jump to' }).waitFor();
  await page.evaluate((wanted) => {
    let pressed = performance.now();
    addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
    const shown = new Promise<number>((resolve) => {
      const check = () => {
        const options = [...document.querySelectorAll('[role=option]')];
        if (options.some((option) => option.textContent?.includes(wanted))) resolve(performance.now() - pressed);
        else requestAnimationFrame(check);
      };
      check();
    });
    Object.assign(globalThis, { shown });
  }, name);
  await page.keyboard.type(text, { delay: betweenKeysMs });
  const took = await page.evaluate(() => Reflect.get(globalThis, 'shown') as Promise<number>);
  await page.keyboard.press('Escape');
  return took;
}

const switchboard = await startSwitchboard({ prepare: fill, quickStart: false, env: { RATE_LIMIT_HOUR: '0' } });
const browser = await chromium.launch(chromiumPath ? { executablePath: chromiumPath } : {});
try {
  const page = await browser.newPage({ baseURL: switchboard.origin, viewport: { width: 1440, height: 900 } });
  const headers = { Origin: switchboard.origin, 'X-Requested-With': 'switchboard' };
  await page.request.post('/session', { data: demo, headers });
  const found = await people(switchboard);
  const nameOf = ({ first_name, last_name }: Person) => `${first_name} ${last_name}`;
  const ways: Record<string, (person: Person) => string> = {
    'first and last name': nameOf,
    'last name, to the first who has it': lastName,
    'three letters, to the first that fits': threeLetters,
    'number as people type it': ({ phone }) => `(${phone.slice(1, 4)}) ${phone.slice(4, 7)}-${phone.slice(7)}`,
    'last seven digits': ({ phone }) => phone.slice(-7),
  };
  console.log(
    `| ${CONTACTS} people, by | median | p95 | worst | 4× slower CPU: median | worst |\n|---|---|---|---|---|---|`,
  );
  const devtools = await page.context().newCDPSession(page);
  for (const [way, typed] of Object.entries(ways)) {
    const times: number[][] = [];
    for (const rate of [1, 4]) {
      await page.goto('/settings');
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      await devtools.send('Emulation.setCPUThrottlingRate', { rate });
      const measured: number[] = [];
      for (const person of found)
        measured.push(await look(page, typed(person), ofMany.includes(typed) ? typed(person) : nameOf(person)));
      times.push(measured);
    }
    const [fast = [], slow = []] = times;
    const over = at(fast, 0.95) > ALLOWED_MS ? ` over ${ALLOWED_MS}` : '';
    console.log(
      `| ${way} | ${ms(at(fast, 0.5))} | ${ms(at(fast, 0.95))}${over} | ${ms(at(fast, 1))} | ${ms(at(slow, 0.5))} | ${ms(at(slow, 1))} |`,
    );
  }
} finally {
  await browser.close();
  await switchboard.close();
}
