import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everyOperation } from '#contract/api.ts';
import { paths } from '#dashboard/paths.ts';

/** The page by its name in `paths`, the accessible name of what is used there, and who uses it: file and title in e2e. */
type Place = readonly [page: keyof typeof paths, control: string, file: string, title: string];

const autoReply = [
  'auto-replies',
  'an auto reply is written, previewed, switched on and answers who texts in',
] as const;
const block = [
  'blocked-numbers',
  'a number is blocked, found as people type it, and unblocked, with the reasons kept',
] as const;
const several = [
  'broadcasts-schedule',
  'several groups go one after the other, a minute apart, and can be taken out of the queue',
] as const;
const moved = [
  'broadcasts-schedule',
  'a time that the clocks skip or repeat is asked about, and what the screen says is what is scheduled',
] as const;
const calendar = [
  'broadcast-calendar',
  'broadcasts are made, moved by drag and by keys, and taken back on the calendar; the server has what is shown',
] as const;
const report = [
  'broadcast-report',
  'the report of a broadcast of 100 matches to the person, and so does its file',
] as const;
const found = ['contacts', 'a search finds a contact by the number as people type it and survives a reload'] as const;
const made = [
  'contacts',
  'a contact is made with the number as typed; a second with the same number is refused and nothing typed is lost',
] as const;
const edited = ['contacts', 'a contact is edited and deleted, with a way back'] as const;
const group = [
  'groups',
  'a group is made, filled by search and by hundreds of numbers as a job, renamed and deleted without its people',
] as const;
const closing = [
  'groups',
  'a group goes with its people only when that is said, and a person is taken out with a way back',
] as const;
const signature = ['signatures', 'at most one signature is in use, what it costs is told, and texts carry it'] as const;
const template = [
  'templates',
  'a template is written beside the list, read as a real contact will, and never lost',
] as const;
const texted = ['inbox', 'a text goes out, arrives on the phone and is shown as delivered'] as const;
const live = ['inbox', 'an inbound text appears by itself, in the open thread and on top of the list'] as const;
const later = ['inbox', 'a text is scheduled from the composer and can be cancelled'] as const;
const triage = ['triage', 'conversations are triaged by keyboard alone, and opening marks none of them read'] as const;
const optOut = [
  'opt-outs',
  'opting out and back in shows in an open conversation at once, with the reason kept',
] as const;
const tags = ['tags', 'tags are counted, merged over everybody who carries them, renamed and removed'] as const;
const users = ['users', 'the users are listed, the archived ones on request, and who is signed in is marked'] as const;
const hook = [
  'webhooks',
  'a web hook is made, tested, tried again until it is taken, redelivered, moved and deleted',
] as const;

const places: Record<string, Place> = {
  'autoReplies.list': ['autoReplies', 'Auto replies', ...autoReply],
  'autoReplies.create': ['newAutoReply', 'New auto reply', ...autoReply],
  'autoReplies.get': ['autoReply', 'Edit auto reply', ...autoReply],
  'autoReplies.update': ['autoReply', 'Save auto reply', ...autoReply],
  'autoReplies.delete': ['autoReplies', 'Delete', ...autoReply],
  'blockedNumbers.list': ['blockedNumbers', 'Blocked numbers', ...block],
  'blockedNumbers.create': ['newBlockedNumber', 'Block a number', ...block],
  'blockedNumbers.delete': ['blockedNumbers', 'Unblock…', ...block],
  'broadcasts.list': ['broadcasts', 'Actions for the broadcast to Night shift', ...moved],
  'broadcasts.create': ['newBroadcast', 'Send now to 3 people', ...several],
  'broadcasts.get': ['broadcast', 'Figures', ...report],
  'broadcasts.delete': ['broadcastCalendar', 'Cancel sending', ...calendar],
  'contacts.list': ['contacts', 'Contacts', ...found],
  'contacts.create': ['newContact', 'New contact', ...made],
  'contacts.get': ['contact', 'Edit', ...edited],
  'contacts.update': ['editContact', 'Save', ...edited],
  'contacts.delete': ['contact', 'Delete', ...edited],
  'groups.list': ['groups', 'Search', ...group],
  'groups.create': ['newGroup', 'New group', ...group],
  'groups.get': ['addMembers', 'Add people to the group', ...group],
  'groups.update': ['group', 'Rename the group', ...group],
  'groups.delete': ['group', 'Delete the group', ...group],
  'groups.broadcasts': ['group', 'Broadcasts', ...group],
  'groups.contacts': ['group', 'People', ...closing],
  'groups.addContact': ['addMembers', 'Add Wanda Searched', ...group],
  'groups.removeContact': ['group', 'Take out 1 person', ...closing],
  'messageSignatures.list': ['signatures', 'Signatures', ...signature],
  'messageSignatures.create': ['newSignature', 'New signature', ...signature],
  'messageSignatures.get': ['signature', 'Edit signature', ...signature],
  'messageSignatures.update': ['signature', 'Save signature', ...signature],
  'messageSignatures.delete': ['signatures', 'Delete', ...signature],
  'messageTemplates.list': ['templates', 'Templates', ...template],
  'messageTemplates.create': ['newTemplate', 'New template', ...template],
  'messageTemplates.get': ['template', 'Title', ...template],
  'messageTemplates.update': ['template', 'Save template', ...template],
  'messageTemplates.delete': ['template', 'Delete', ...template],
  'messages.list': ['inbox', 'Conversations', ...live],
  'messages.create': ['conversation', 'Send', ...texted],
  'messages.thread': ['conversation', 'Messages with Dana Reyes', ...texted],
  'messages.update': ['conversation', 'Mark read', ...triage],
  'messages.delete': ['conversation', 'Cancel', ...later],
  'optOuts.list': ['optOuts', 'Opt-outs', ...optOut],
  'optOuts.create': ['newOptOut', 'Opt out a number', ...optOut],
  'optOuts.get': ['optOut', 'What happened', ...optOut],
  'optOuts.update': ['optOut', 'Opt back in…', ...optOut],
  'optOuts.delete': ['optOut', 'Delete the record…', ...optOut],
  'tags.list': ['tags', 'Tags', ...tags],
  'users.list': ['users', 'Users', ...users],
  'users.get': ['broadcast', 'From', ...report],
  'users.current': ['users', 'You', ...users],
  'webHooks.list': ['webHooks', 'Webhooks', ...hook],
  'webHooks.create': ['newWebHook', 'New webhook', ...hook],
  'webHooks.get': ['webHook', 'Secret', ...hook],
  'webHooks.update': ['editWebHook', 'Change the address', ...hook],
  'webHooks.delete': ['webHook', 'Delete the webhook', ...hook],
};

const names = everyOperation.map(({ name }) => name);

/** Every operation that the dashboard's own code names, as `contacts.list`. */
async function namedInDashboard() {
  const named = new Set<string>();
  for (const entry of await readdir('src/dashboard', { recursive: true, withFileTypes: true })) {
    if (!/(?<!\.test)\.tsx?$/.test(entry.name)) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    for (const [, own, alias, resource] of text.matchAll(
      /(\w+Operations)(?: as (\w+))?[^}]*\} from '#contract\/(\w+)\.ts'/g,
    )) {
      for (const [, name] of text.matchAll(new RegExp(`\\b${alias ?? own}\\.(\\w+)`, 'g')))
        named.add(`${resource}.${name}`);
    }
  }
  return named;
}

/** The text of the test of this title; '' when the file has none. */
async function testOf(file: string, title: string) {
  const text = await readFile(`e2e/${file}.spec.ts`, 'utf8');
  return text.split(/^(?=test\()/m).find((each) => each.startsWith(`test('${title}', async`)) ?? '';
}

/** Whether a test asks for exactly this name: as a whole string, or a whole or the beginning of a pattern. */
const asksFor = (text: string, name: string) =>
  ["'", '`', '/', '^'].some((open) => ["'", '`', '/', '$'].some((close) => text.includes(`${open}${name}${close}`)));

test('every operation of the contract has its place in the dashboard, and nothing else has', () => {
  expect(names).toHaveLength(55);
  expect(Object.keys(places).toSorted()).toEqual(names.toSorted());
});

test('the dashboard’s code calls every operation', async () => {
  const named = await namedInDashboard();
  expect(names.filter((name) => !named.has(name))).toEqual([]);
});

test('every place is a page of the router', async () => {
  const routes = await readFile('src/dashboard/routes.tsx', 'utf8');
  const patterns = [...routes.matchAll(/page\(\s*'([^']+)'/g)].map(
    ([, path = '']) => new RegExp(`^${path.replace(/\/:\w+\?/g, '(/\\d+)?').replace(/:\w+/g, '\\d+')}$`),
  );
  const isRoute = (path: string) => patterns.some((pattern) => pattern.test(path));
  /** At an address of its own, or over a page. */
  const isPage = (path: string): boolean =>
    isRoute(path) ||
    [...path.matchAll(/\//g)].some(({ index }) => isRoute(path.slice(0, index)) && isPage(path.slice(index + 1)));
  const addresses = Object.values(places).map(([page]) =>
    (paths[page] as (id: number) => string)(7).replace(/\?.*/, '').slice(1),
  );
  expect(addresses.filter((address) => !isPage(address))).toEqual([]);
});

test.each(Object.entries(places))('%s is done by a person in an e2e test', async (_name, [, control, file, title]) => {
  const text = await testOf(file, title);
  expect(text, `${file} has no test “${title}”`).not.toBe('');
  expect(asksFor(text, control), `“${control}” in “${title}”`).toBe(true);
});
