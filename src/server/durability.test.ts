import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Contact } from '#contract/contacts.ts';
import { Message } from '#contract/messages.ts';
import { all, type Running, spawnServer } from './processTesting.ts';
import { demoLogin } from './store/demo.ts';
import { z } from 'zod/mini';

const kills = process.env['LONG'] === '1' ? 20 : 8;
const writers = 4;

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
    const contact = Contact.parse(await (await call('POST', '/api/contacts', { phone })).json());
    acknowledge(() => told.notes.set(contact.id, null));
    const notes = `Note ${place}-${n}`;
    await call('PUT', `/api/contacts/${contact.id}`, { notes });
    acknowledge(() => told.notes.set(contact.id, notes));
    if (n % 3 === 2) {
      // Asked but not answered, the contact may be there or not.
      told.notes.delete(contact.id);
      await call('DELETE', `/api/contacts/${contact.id}`);
      acknowledge(() => told.gone.add(contact.id));
    } else {
      const text = { sender: demoLogin.username, receiver: String(contact.id), content: notes };
      const message = Message.parse(await (await call('POST', '/api/messages', text)).json());
      acknowledge(() => told.texts.add(message.id));
    }
  }
}

async function check(server: Running, told: Acknowledged) {
  const people = await all(server, '/api/contacts', (body) => z.array(Contact).parse(body));
  const texts = await all(server, '/api/messages', (body) => z.array(Message).parse(body));
  const notes = new Map(people.map((person) => [person.id, person.notes]));
  // A later note that was asked for and not answered may stand in place of none.
  const lost = [...told.notes].filter(([id, note]) => (note === null ? !notes.has(id) : notes.get(id) !== note));
  expect(lost).toEqual([]);
  expect([...told.gone].filter((id) => notes.has(id))).toEqual([]);
  const sent = new Set(texts.map(({ id }) => id));
  expect([...told.texts].filter((id) => !sent.has(id))).toEqual([]);
}

it(`loses no acknowledged write in ${kills} kills`, { timeout: 900_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'switchboard kills '));
  const told = new Acknowledged();
  for (let kill = 0; kill < kills; kill += 1) {
    const server = await spawnServer({ dataDir });
    await check(server, told);
    // Somewhere between the first write and the fortieth, so that kills meet every kind of work.
    const enough = told.count + 1 + ((kill * 7) % 40);
    const places = Array.from({ length: writers }, (_, writer) => kill * writers + writer);
    const onTold = () => told.count >= enough && server.kill();
    await Promise.allSettled(places.map((place) => write(server, place, told, onTold)));
    await server.ended;
  }
  const last = await spawnServer({ dataDir });
  await check(last, told);
  expect(told.count).toBeGreaterThan(kills);
  last.kill();
  await last.ended;
  await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
});
