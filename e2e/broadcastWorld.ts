import { randomInt } from 'node:crypto';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import type { Broadcast } from '#contract/broadcasts.ts';
import type { CarriedText } from '#contract/carrier.ts';
import type { Contact, ContactInput } from '#contract/contacts.ts';
import type { Group } from '#contract/groups.ts';
import { freshPhone } from './fixtures.ts';
import { demo, type Switchboard } from './switchboard.ts';

/** Groups, people and broadcasts of a server's demo account, through the real API. */
export function broadcastWorld({ api }: Pick<Switchboard, 'api'>, request: APIRequestContext) {
  const headers = { Authorization: `Basic ${btoa(`${demo.username}:${demo.password}`)}` };
  const send = async (method: string, path: string, data?: object) => {
    const reply = await request.fetch(`${api}${path}`, { method, headers, ...(data && { data }) });
    expect(reply.ok(), `${method} ${path}: ${await reply.text()}`).toBe(true);
    return reply.json();
  };
  const group = async (name: string, people: readonly Partial<ContactInput>[]) => {
    const made: Group = await send('POST', '/api/groups', { name });
    const contacts: Contact[] = [];
    for (const person of people) {
      const contact: Contact = await send('POST', '/api/contacts', { phone: freshPhone(), ...person });
      await send('PUT', `/api/groups/${made.id}/contacts/${contact.id}`);
      contacts.push(contact);
    }
    return { ...made, contacts };
  };
  return {
    send,
    group,
    broadcastsTo: async (id: number): Promise<Broadcast[]> => send('GET', `/api/groups/${id}/broadcasts?per_page=100`),
    schedule: async (id: number, text: string, at: Date): Promise<Broadcast> => {
      const [me] = await send('GET', '/api/users/current');
      return send('POST', '/api/broadcasts', {
        sender: me.id,
        group: id,
        message_body: text,
        deliver_at: at.toISOString(),
      });
    },
    phone: async (digits: string): Promise<CarriedText[]> =>
      (await request.get(`${api}/carrier/phones/+${digits}/messages`)).json(),
  };
}

/** A number that the simulated carrier knows as a landline. */
export const freshLandline = () => `+1303${randomInt(200, 989)}9999`;

/** Writes a broadcast to a group as far as the review. */
export async function compose(page: Page, origin: string, groupId: number, text: string): Promise<void> {
  await page.goto(`${origin}/broadcasts/new?group=${groupId}&step=what`);
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Review' }).click();
  await expect(page.getByRole('button', { name: /^(Send now|Schedule for) / })).toBeVisible({ timeout: 30_000 });
}
