import { execFileSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { chromiumPath } from '../e2e/chromiumPath.ts';
import { startSwitchboard } from '../e2e/switchboard.ts';
import { peerVersions, startApps } from './lib/apps.ts';
import { interactionsSection, measureInteractions } from './lib/interactions.ts';
import { listsSection, measureLists } from './lib/lists.ts';
import { fillWithThread } from './lib/longThread.ts';
import { measureMemory, memorySection } from './lib/memory.ts';
import { machine, report } from './lib/report.ts';
import { measureTasks, tasksSection } from './lib/tasks.ts';
import { measureThreads, threadsSection } from './lib/threads.ts';
import { measureVisits } from './lib/visits.ts';
import { visitsSection } from './lib/visitTables.ts';

// `npm run bench -- spa`: the dashboard in a browser, beside minimal apps on react-admin and refine that show the same
// lists of the same API. ROUNDS, CONTACTS, TEXTS (of a long thread) and EVENTS change how much is measured; PARTS=visits,tasks
// measures and writes those parts alone.

const number = (name: string, preset: number) => Number(process.env[name] ?? preset);
const rounds = number('ROUNDS', 3);
const contacts = number('CONTACTS', 100_000);
const texts = number('TEXTS', 10_000);
const events = number('EVENTS', 10_000);

/** What else the machine had to do. */
const [load = 0] = loadavg();
execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
const switchboard = await startSwitchboard({
  quickStart: false,
  prepare: (dataDir) => fillWithThread(dataDir, { contacts, messages: contacts, texts }),
  env: { RATE_LIMIT_HOUR: '1000000' },
});
const apps = await startApps(switchboard);
const own = apps[0]!;
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ args, ...(chromiumPath && { executablePath: chromiumPath }) });
const heading = `## Dashboard: \`npm run bench -- spa\`

${machine({ Chromium: browser.version(), ...peerVersions })}

Beside it stand the least that react-admin and refine (with Ant Design) need to show the same two lists of the same API, 25
rows a page with a search box: no sign-in, no live events, no thread, no reply. They are built by the same Vite,
compressed in the same way, and served by the same code as the dashboard, with the API behind a proxy that only puts the
credential on. A figure that was missed is in bold.
When it began, ${load.toFixed(1)} processes were at work on the machine's ${availableParallelism()} cores; with more than one, times are longer and
ratios less sure.`;

const parts: Record<string, () => Promise<string>> = {
  visits: async () => visitsSection(apps, await measureVisits(browser, apps, rounds), rounds),
  lists: async () => listsSection(apps, await measureLists(browser, apps, rounds), { rounds, contacts }),
  threads: async () => threadsSection(await measureThreads(browser, own, switchboard), texts),
  interactions: async () => interactionsSection(await measureInteractions(browser, own)),
  tasks: async () => tasksSection(await measureTasks(browser, apps)),
  memory: async () => memorySection(await measureMemory(browser, own, switchboard, events)),
};
const only = process.env['PARTS']?.split(',');
/** A part of the document that can be written again by itself. */
const marked = (name: string, text: string) => `<!-- bench:spa-${name} -->\n\n${text}\n\n<!-- /bench:spa-${name} -->`;

try {
  const sections = [heading];
  for (const [name, measure] of Object.entries(parts)) {
    if (only && !only.includes(name)) continue;
    const text = await measure();
    sections.push(marked(name, text));
    // A long run that is broken off keeps what it has.
    await (only ? report(`spa-${name}`, text) : report('spa', sections.join('\n\n')));
  }
} finally {
  await browser.close();
  for (const { stop } of apps) await stop();
  await switchboard.close();
}
