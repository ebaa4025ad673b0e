import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { Contact } from '#contract/contacts.ts';
import { Message } from '#contract/messages.ts';
import { demoLogin } from './store/demo.ts';

const kills = 20;
const writers = 4;

const headers = {
  Authorization: `Basic ${btoa(`${demoLogin.username}:${demoLogin.password}`)}`,
  'Content-Type': 'application/json',
};

/** A server in a process of its own, on what earlier ones left in `dataDir`. */
async function start(dataDir: string) {
  const options = {
    dataDir,
    port: 0,
    host: '127.0.0.1',
    demo: true,
    seed: 0,
    simulator: true,
    rateLimitHour: 1_000_000,
    broadcastIntervalS: 0,
    carrierDelayMs: 50,
  };
  const script = `
    import { startServer } from ${JSON.stringify(new URL('./server.ts', import.meta.url).href)};
    console.log((await startServer({ ...${JSON.stringify(options)}, log: console.error })).url);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const [url] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => Promise.reject(new Error('The server ended before it listened'))),
  ]);
  const call = async (method: string, path: string, body?: object) => {
    const reply = await fetch(`${url}/api${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!reply.ok) throw new Error(`${method} ${path}: ${await reply.text()}`);
    return reply;
  };
  return { child, ended, call };
}

type Running = Awaited<ReturnType<typeof start>>;

/** What the server has said yes to. */
class Acknowledged {
  readonly notes = new Map<number, string | null>();
  readonly gone = new Set<number>();
  readonly texts = new Set<number>();
  count = 0;
}

/** Writes until the server is gone: adds a contact, notes something, texts them, now and then deletes one. */
async function write({ call }: Running, place: number, told: Acknowledged, onTold: () => void) {
  const acknowledge = (record: () => void) => {
    record();
    told.count += 1;
    onTold();
  };
  for (let n = 0; ; n += 1) {
    const phone = `+1303${2_000_000 + place * 1_000 + n}`;
    const contact = Contact.parse(await (await call('POST', '/contacts', { phone })).json());
    acknowledge(() => told.notes.set(contact.id, null));
    const notes = `Note ${place}-${n}`;
    await call('PUT', `/contacts/${contact.id}`, { notes });
    acknowledge(() => told.notes.set(contact.id, notes));
    if (n % 3 === 2) {
      // Asked but not answered, the contact may be there or not.
      told.notes.delete(contact.id);
      await call('DELETE', `/contacts/${contact.id}`);
      acknowledge(() => told.gone.add(contact.id));
    } else {
      const text = { sender: demoLogin.username, receiver: String(contact.id), content: notes };
      const message = Message.parse(await (await call('POST', '/messages', text)).json());
      acknowledge(() => told.texts.add(message.id));
    }
  }
}

/** Reads a list whole. */
async function all<Item>(read: (page: number) => Promise<Response>, parse: (body: unknown) => Item[]): Promise<Item[]> {
  const first = await read(1);
  const pages = Number(first.headers.get('X-Total-Pages'));
  const items = parse(await first.json());
  for (let page = 2; page <= pages; page += 1) items.push(...parse(await (await read(page)).json()));
  return items;
}

async function check({ call }: Running, told: Acknowledged) {
  const list = (path: string) => (page: number) => call('GET', `${path}?per_page=100&page=${page}`);
  const people = await all(list('/contacts'), (body) => Contact.array().parse(body));
  const texts = await all(list('/messages'), (body) => Message.array().parse(body));
  const notes = new Map(people.map((person) => [person.id, person.notes]));
  // A later note that was asked for and not answered may stand in place of none.
  const lost = [...told.notes].filter(([id, note]) => (note === null ? !notes.has(id) : notes.get(id) !== note));
  expect(lost).toEqual([]);
  expect([...told.gone].filter((id) => notes.has(id))).toEqual([]);
  const sent = new Set(texts.map(({ id }) => id));
  expect([...told.texts].filter((id) => !sent.has(id))).toEqual([]);
}

it('loses no acknowledged write in twenty kills', { timeout: 240_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'switchboard kills '));
  const told = new Acknowledged();
  for (let kill = 0; kill < kills; kill += 1) {
    const server = await start(dataDir);
    await check(server, told);
    // Somewhere between the first write and the fortieth, so that kills meet every kind of work.
    const enough = told.count + 1 + ((kill * 7) % 40);
    const places = Array.from({ length: writers }, (_, writer) => kill * writers + writer);
    const onTold = () => told.count >= enough && server.child.kill('SIGKILL');
    await Promise.allSettled(places.map((place) => write(server, place, told, onTold)));
    await server.ended;
  }
  const last = await start(dataDir);
  await check(last, told);
  expect(told.count).toBeGreaterThan(kills);
  last.child.kill('SIGKILL');
  await last.ended;
  await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
});
