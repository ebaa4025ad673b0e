import { randomInt } from 'node:crypto';
import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test';
import type { CarriedText } from '#contract/carrier.ts';
import type { Contact, ContactInput } from '#contract/contacts.ts';
import type { Message } from '#contract/messages.ts';
import type { MessageTemplate } from '#contract/messageTemplates.ts';
import { demo, startSwitchboard, type Switchboard } from './switchboard.ts';

export { expect };

/** Puts things into the world through the real API and the simulated phone network. */
export type Given = {
  contact(input?: Partial<ContactInput>): Promise<Contact>;
  change(contact: Contact, change: object): Promise<Contact>;
  /** A person texts us. */
  inbound(from: string, content: string): Promise<void>;
  message(contact: Contact, content: string, deliverAt?: Date): Promise<Message>;
  template(title: string, content: string): Promise<MessageTemplate>;
};

type Test = { given: Given; phone: (number: string) => Promise<CarriedText[]>; signedIn: Page };
type Worker = { switchboard: Switchboard };

/** A mobile number that no other test uses: a landline's ends in 9999. */
export const freshPhone = () => `+1303${randomInt(200, 999)}${String(randomInt(9_999)).padStart(4, '0')}`;

/** Every worker runs a server of its own; every test makes the people it needs. */
export const test = base.extend<Test, Worker>({
  switchboard: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
    async ({}, use) => {
      const switchboard = await startSwitchboard();
      await use(switchboard);
      await switchboard.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ switchboard }, use) => use(switchboard.origin),

  given: ({ switchboard, request }, use) => use(worldOf(switchboard, request)),

  phone: ({ switchboard, request }, use) =>
    use(async (number) => (await request.get(`${switchboard.api}/carrier/phones/${number}/messages`)).json()),

  signedIn: async ({ page, switchboard }, use) => {
    await signIn(page, switchboard);
    await use(page);
  },
});

/** Signs the page's context in without the form. */
export async function signIn(page: Page, { origin }: Pick<Switchboard, 'origin'>) {
  const headers = { Origin: origin, 'X-Requested-With': 'switchboard' };
  const reply = await page.request.post(`${origin}/session`, { data: demo, headers });
  expect(reply.status(), await reply.text()).toBe(201);
}

/** All has come that a page fetches once it stands. */
export const isWhole = (page: Page) =>
  page.waitForFunction(() => {
    const here = performance.getEntriesByType('resource').filter((entry) => entry.duration > 0);
    return ['client', 'frame'].every((name) => here.some((entry) => entry.name.includes(`/assets/${name}-`)));
  });

/** The time to take a text back is over: what waits for it happens, without the wait. Needs `page.clock.install()`. */
export const undoIsOver = (page: Page) => page.clock.fastForward(8_500);

/** `given` for the demo account of any server. */
export function worldOf({ api }: Pick<Switchboard, 'api'>, request: APIRequestContext): Given {
  const headers = { Authorization: `Basic ${btoa(`${demo.username}:${demo.password}`)}` };
  const send = async (method: string, path: string, data: object) => {
    const reply = await request.fetch(`${api}${path}`, { method, headers, data });
    expect(reply.ok(), await reply.text()).toBe(true);
    return reply.json();
  };
  const message: Given['message'] = ({ id }, content, deliverAt) =>
    send('POST', '/api/messages', {
      sender: demo.username,
      receiver: String(id),
      content,
      ...(deliverAt && { deliver_at: deliverAt.toISOString() }),
    });
  const contact: Given['contact'] = (input) => send('POST', '/api/contacts', { phone: freshPhone(), ...input });
  return {
    contact,
    change: ({ id }, change) => send('PUT', `/api/contacts/${id}`, change),
    message,
    template: (title, content) => send('POST', '/api/message_templates', { title, content }),
    inbound: async (from, content) => {
      // The account's own number stands on every text it sends.
      const { sender_phone } = await message(await contact(), 'What is our number?');
      await send('POST', '/carrier/inbound', { from, to: sender_phone, content });
    },
  };
}
