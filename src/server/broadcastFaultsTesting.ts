import { setTimeout as pause } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import { Broadcast } from '#contract/broadcasts.ts';
import { CarriedText, HandedOver } from '#contract/carrier.ts';
import { Message } from '#contract/messages.ts';
import { openPglite, openPostgres } from './db/database.ts';
import { optOuts } from './db/schema/compliance.ts';
import { contacts, groupMembers, groups } from './db/schema/contacts.ts';
import { all, type Place, type Running } from './processTesting.ts';
import { createDemoAccount } from './store/demo.ts';
import { z } from 'zod/mini';

const rowsAtOnce = 1_000;
const body = 'Hi there';

/** A group that is to be texted: everybody's phones (E.164 with the plus), and who had opted out before. */
export type Stage = { sender: number; group: number; from: string; phones: string[]; optedOut: Set<string> };

/** Makes an account with one group of `size` people in an empty database; every hundredth has opted out. */
export async function prepareStage(place: Place, size: number): Promise<Stage> {
  const database = place.databaseUrl ? await openPostgres(place.databaseUrl) : await openPglite(place.dataDir);
  const { db } = database;
  const { organization, account, user } = await createDemoAccount(db);
  const [group] = await db.insert(groups).values({ accountId: account.id, name: 'Everybody', size }).returning();
  // The simulated network has no phone with such an end: what goes there arrives nowhere.
  const phones = Array.from({ length: size }, (_, n) => `1303${2_100_000 + n}`).filter(
    (phone) => !/(0000|9999)$/.test(phone),
  );
  for (let start = 0; start < phones.length; start += rowsAtOnce) {
    const rows = phones
      .slice(start, start + rowsAtOnce)
      .map((phone) => ({ phone, accountId: account.id, country: 'US' }));
    const made = await db.insert(contacts).values(rows).returning({ contactId: contacts.id });
    await db.insert(groupMembers).values(made.map(({ contactId }) => ({ contactId, groupId: group!.id })));
  }
  const out = phones.filter((_, n) => n % 100 === 7);
  await db.insert(optOuts).values(out.map((phone) => ({ phone, organizationId: organization.id })));
  await database.close();
  return {
    sender: user.id,
    group: group!.id,
    from: account.phone,
    phones: phones.map((phone) => `+${phone}`),
    optedOut: new Set(out.map((phone) => `+${phone}`)),
  };
}

export const startBroadcast = async ({ call }: Running, { sender, group }: Stage): Promise<number> =>
  Broadcast.parse(await (await call('POST', '/api/broadcasts', { sender, group, message_body: body })).json()).id;

export const readBroadcast = async ({ call }: Running, id: number) =>
  Broadcast.parse(await (await call('GET', `/api/broadcasts/${id}`)).json());

/** How many texts have left. */
export const departed = async ({ call }: Running): Promise<number> =>
  Number((await call('GET', '/carrier/messages?per_page=1')).headers.get('X-Total'));

/** Answers STOP until whichever server `current` is says that it was taken in; tells when that was. */
export async function stop(current: () => Running, from: string, to: string): Promise<number> {
  for (;;) {
    try {
      await current().call('POST', '/carrier/inbound', { from, to, content: 'Stop.' });
      return Date.now();
    } catch {
      await pause(50);
    }
  }
}

/** Waits until nothing is on its way any more, and answers every message. */
async function settled(server: Running, broadcasts: number[]): Promise<Message[]> {
  await vi.waitFor(
    async () => {
      for (const id of broadcasts) expect((await readBroadcast(server, id)).status).toBe('sent');
    },
    { timeout: 120_000, interval: 250 },
  );
  return vi.waitFor(
    async () => {
      const messages = await all(server, '/api/messages', (page) => z.array(Message).parse(page));
      expect(messages.filter(({ status }) => status === 'created')).toEqual([]);
      return messages;
    },
    { timeout: 120_000, interval: 500 },
  );
}

/** Everyone who may be texted got each broadcast once, no one else did, and nothing left after a STOP was taken in. */
export async function expectExactlyOnce(
  server: Running,
  stage: Stage,
  broadcasts: number[],
  stops: Map<string, number>,
) {
  const messages = await settled(server, broadcasts);
  for (const id of broadcasts) {
    const handed = await all(server, `/carrier/messages?broadcast_id=${id}`, (page) => z.array(HandedOver).parse(page));
    const phones = handed.map(({ phone }) => phone);
    const reached = new Set(phones);
    expect(phones.length, 'texts to different phones').toBe(reached.size);
    const missed = stage.phones.filter(
      (phone) => !reached.has(phone) && !stage.optedOut.has(phone) && !stops.has(phone),
    );
    expect(missed).toEqual([]);
    expect(phones.filter((phone) => stage.optedOut.has(phone))).toEqual([]);
    const made = messages.filter((message) => message.broadcast_id === id);
    expect((await readBroadcast(server, id)).total_messages).toBe(made.length);
  }
  for (const [phone, at] of stops) {
    const texts = z
      .array(CarriedText)
      .parse(await (await server.call('GET', `/carrier/phones/${phone}/messages`)).json());
    const late = texts.filter(({ content, received_at }) => content === body && Date.parse(received_at) > at);
    expect([phone, late]).toEqual([phone, []]);
    expect(texts.filter(({ content }) => content !== body).length, 'confirmations').toBe(1);
  }
}
