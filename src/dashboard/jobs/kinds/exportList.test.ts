import { expect, test } from 'vitest';
import type { Context } from '#dashboard/jobs/job.ts';
import { exportList, type ListExport, type ListPage } from './exportList.ts';

/** Runs the job over numbers, `meanwhile` changing them before the page that it names is read. */
async function exported(numbers: string[], meanwhile: Record<number, (all: string[]) => string[]> = {}) {
  const input: ListExport = { list: 'blockedNumbers', filter: {}, name: 'blocked numbers' };
  let all = numbers;
  let reads = 0;
  const callPage = async (_operation: unknown, { query }: { query: { page: number; per_page: number } }) => {
    reads += 1;
    all = meanwhile[reads]?.(all) ?? all;
    const items = all.slice((query.page - 1) * query.per_page, query.page * query.per_page);
    return { items: items.map((phone) => ({ phone, created_at: '2026-11-24T00:00:00Z' })), total: all.length };
  };
  const context = { callPage, input } as unknown as Context<ListExport>;
  const entries: ListPage[] = [{ page: 1 }];
  const data: unknown[] = [];
  for (let next = 0; next < entries.length; next += 1) {
    const outcome = await exportList.perform(entries[next]!, context);
    data.push(outcome.data);
    entries.push(...(outcome.add ?? []).map(({ item }) => item));
  }
  const [, ...lines] = exportList.file!(data, input).content.trim().split('\r\n');
  return { phones: lines.map((line) => line.split(',')[0]!.replace(/^'\+/, '')).toSorted(), reads };
}

const numbers = (n: number, from = 0) => Array.from({ length: n }, (_, i) => String(13_035_550_000 + from + i));

test('every number is in the file once, with a request for each hundred', async () => {
  expect(await exported(numbers(200))).toEqual({ phones: numbers(200), reads: 2 });
  expect(await exported(numbers(1))).toEqual({ phones: numbers(1), reads: 1 });
});

test('numbers that come while it reads push none out of the file', async () => {
  const grown = await exported(numbers(200, 150), { 2: (all) => [...numbers(150), ...all] });
  expect(grown.phones).toEqual(expect.arrayContaining(numbers(200, 150)));
  expect(new Set(grown.phones).size).toBe(grown.phones.length);
});

test('numbers that go while it reads pull none past it', async () => {
  const shrunk = await exported(numbers(250), { 2: (all) => all.slice(30) });
  expect(shrunk.phones).toEqual(expect.arrayContaining(numbers(220, 30)));
});

test('texts that look like formulas are defused, and broadcasts of another day or state are left out', async () => {
  const broadcast = {
    user_id: 1,
    group_id: 3,
    group_name: '=1+1',
    total_messages: 2,
    updated_at: '',
    deliver_at: null,
  };
  const items = [
    { ...broadcast, id: 1, message_body: 'a "b",\nc', status: 'sent', created_at: '2026-11-24T12:00:00Z' },
    { ...broadcast, id: 2, message_body: 'no', status: 'sending', created_at: '2026-11-24T12:00:00Z' },
    { ...broadcast, id: 3, message_body: 'no', status: 'sent', created_at: '2026-11-20T12:00:00Z' },
  ];
  const input: ListExport = { list: 'broadcasts', filter: { status: 'sent', date: '2026-11-24' }, name: 'broadcasts' };
  const context = { callPage: async () => ({ items, total: 3 }), input } as unknown as Context<ListExport>;
  const { data } = await exportList.perform({ page: 1, day: '2026-11-24' }, context);
  const { content } = exportList.file!([data], input);
  expect(content).toBe(
    '\uFEFFGroup,Text,State,Scheduled for,Texts,Sender id,Made,Last changed,Id\r\n' +
      `'=1+1,"a ""b"",\nc",sent,,2,1,2026-11-24T12:00:00Z,,1\r\n`,
  );
});
