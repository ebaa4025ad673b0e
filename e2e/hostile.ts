import { type APIRequestContext, expect } from '@playwright/test';
import type { Contact } from '#contract/contacts.ts';
import { demo, type Switchboard } from './switchboard.ts';

export const headers = { Authorization: `Basic ${btoa(`${demo.username}:${demo.password}`)}` };

/** Every contact of the demo account, page by page. */
export const everybody = async (request: APIRequestContext, { api }: Pick<Switchboard, 'api'>): Promise<Contact[]> => {
  const found: Contact[] = [];
  for (let page = 1; ; page += 1) {
    const reply = await request.get(`${api}/api/contacts?per_page=100&page=${page}`, { headers });
    const contacts: Contact[] = await reply.json();
    found.push(...contacts);
    if (contacts.length < 100) return found;
  }
};

/** Names, notes and tags that hurt spreadsheets, parsers and pages. */
const nasty = [
  '=HYPERLINK("http://evil.test")',
  '+1+1',
  '-2',
  '@SUM(A1)',
  "'=1",
  "''",
  '"',
  '""',
  'a"b',
  'x,y;z|w',
  'tab\there',
  '\u202Egnp.exe',
  'line\nbreak',
  'line\r\nbreak',
  'ends in blank ',
  ' starts with one',
  '<script>alert(1)</script>',
  'Zoë',
  '李小龍',
  'שָׁלוֹם',
  '👩‍👩‍👧',
  '＝1',
  '\t=1',
  '%0A',
  'null',
  '0123',
  '1e5',
  '\u00A0',
  'x'.repeat(255),
];
const pick = (n: number) => nasty[n % nasty.length]!;

/** A contact whose every field is one of them. */
export async function makeHostile(request: APIRequestContext, { api }: Pick<Switchboard, 'api'>, n: number) {
  const data = {
    phone: n % 7 === 0 ? `+4420794${String(60_000 + n)}` : `+1303${String(2_000_000 + n)}`,
    country: n % 7 === 0 ? 'GB' : n % 5 === 0 ? 'CA' : 'US',
    first_name: pick(n),
    last_name: pick(n * 3 + 1),
    business_name: n % 4 === 0 ? null : pick(n * 5 + 2),
    tags: [pick(n + 7), pick(n + 11), `t${n}`].map((tag) => tag.trim().slice(0, 100)).filter(Boolean),
  };
  const made = await request.post(`${api}/api/contacts`, { headers, data });
  expect(made.ok(), `${await made.text()} ${JSON.stringify(data)}`).toBe(true);
  const { id }: Contact = await made.json();
  const more = { notes: n % 3 === 0 ? `${pick(n + 1)}\n${pick(n + 2)}` : null, flagged: n % 2 === 0 };
  expect((await request.put(`${api}/api/contacts/${id}`, { headers, data: more })).ok()).toBe(true);
}
