import { expect, test } from 'vitest';
import { csvFile } from '#dashboard/lib/csv.ts';
import { exportedLists, type ListFilter, type ListName } from './exportedLists.ts';

const made = { id: 7, created_at: '2026-11-24T12:00:00Z', updated_at: '2026-11-25T12:00:00Z' };
const samples: Record<ListName, { items: unknown[]; filter?: ListFilter; file: string }> = {
  optOuts: {
    items: [{ ...made, phone: '13035550142', opt_in: true }],
    file: "Phone,State,Opted out,Last changed\r\n'+13035550142,opted back in,2026-11-24T12:00:00Z,2026-11-25T12:00:00Z\r\n",
  },
  blockedNumbers: {
    items: [{ ...made, phone: '13035550142' }],
    file: "Phone,Blocked\r\n'+13035550142,2026-11-24T12:00:00Z\r\n",
  },
  groups: {
    items: [{ ...made, name: '=HYPERLINK("x")', size: 3, locked: true }],
    file: `Name,People,Locked,Made,Last changed,Id\r\n"'=HYPERLINK(""x"")",3,yes,2026-11-24T12:00:00Z,2026-11-25T12:00:00Z,7\r\n`,
  },
  broadcasts: {
    items: [
      {
        ...made,
        user_id: 1,
        group_id: 2,
        group_name: 'A',
        message_body: 'b\nc',
        status: 'sent',
        deliver_at: null,
        total_messages: 5,
      },
    ],
    filter: { status: 'sent', group: 2 },
    file: 'Group,Text,State,Scheduled for,Texts,Sender id,Made,Last changed,Id\r\nA,"b\nc",sent,,5,1,2026-11-24T12:00:00Z,2026-11-25T12:00:00Z,7\r\n',
  },
  tags: { items: ['Night shift', 'day'], filter: { q: 'NIGHT' }, file: 'Tag\r\nNight shift\r\n' },
  users: {
    items: [
      {
        ...made,
        first_name: 'Maya',
        last_name: null,
        email: 'm@x.test',
        role: 'admin',
        archived: false,
        last_sign_in_at: null,
      },
    ],
    file: 'Name,Email,Role,Archived,Last sign-in,Made,Last changed,Id\r\nMaya,m@x.test,admin,,,2026-11-24T12:00:00Z,2026-11-25T12:00:00Z,7\r\n',
  },
  templates: {
    items: [{ ...made, title: 'Hi', content: '@you', owner_type: 'Account' }],
    file: "Title,Text,Of,Made,Last changed,Id\r\nHi,'@you,Account,2026-11-24T12:00:00Z,2026-11-25T12:00:00Z,7\r\n",
  },
  autoReplies: {
    items: [{ ...made, message: 'Away', is_active: true }],
    file: 'Text,In use,Made,Last changed,Id\r\nAway,yes,2026-11-24T12:00:00Z,2026-11-25T12:00:00Z,7\r\n',
  },
  signatures: {
    items: [{ ...made, content: '- Maya', is_active: false }],
    file: "Text,In use,Made,Last changed,Id\r\n'- Maya,,2026-11-24T12:00:00Z,2026-11-25T12:00:00Z,7\r\n",
  },
};

test.each(Object.keys(samples) as ListName[])(
  'the file of %s has its columns, and no cell is a formula',
  async (list) => {
    const { items, filter = {}, file } = samples[list];
    type Reading = Parameters<(typeof exportedLists)[ListName]>[0];
    const callPage = (async () => ({ items, total: items.length })) as unknown as Reading['callPage'];
    const { rows } = await exportedLists[list]({ callPage, filter, paging: { page: 1, per_page: 100 } });
    expect(csvFile(rows.map(({ row }) => row))).toBe(`\uFEFF${file}`);
  },
);
