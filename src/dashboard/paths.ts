/** Every URL of the dashboard. Pages link through these only. */
export const paths = {
  overview: () => '/',
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?${new URLSearchParams({ next })}` : '/sign-in'),
  inbox: (query?: InboxQuery) => `/inbox${search(query)}`,
  conversation: (contactId: number, query?: InboxQuery) => `/inbox/${contactId}${search(query)}`,
  contacts: (query?: ContactsQuery) => `/contacts${search(query)}`,
  newContact: (query?: ContactsQuery) => `/contacts/new${search(query)}`,
  importContacts: () => '/contacts/import',
  contact: (id: number) => `/contacts/${id}`,
  editContact: (id: number) => `/contacts/${id}/edit`,
  groups: (query?: GroupsQuery) => `/groups${search(query)}`,
  newGroup: (query?: GroupsQuery) => `/groups/new${search(query)}`,
  group: (id: number, query?: MembersQuery) => `/groups/${id}${search(query)}`,
  /** Adds people to a group, over its page. */
  addMembers: (id: number, query?: MembersQuery) => `/groups/${id}/add${search(query)}`,
  optOuts: (query?: NumbersQuery) => `/opt-outs${search(query)}`,
  newOptOut: (query?: NumbersQuery) => `/opt-outs/new${search(query)}`,
  optOut: (id: number) => `/opt-outs/${id}`,
  importOptOuts: () => '/opt-outs/import',
  blockedNumbers: (query?: NumbersQuery) => `/blocked-numbers${search(query)}`,
  newBlockedNumber: (query?: NumbersQuery) => `/blocked-numbers/new${search(query)}`,
  importBlockedNumbers: () => '/blocked-numbers/import',
  tags: (query?: TagsQuery) => `/tags${search(query)}`,
  /** Who carries a tag, over the list. */
  tagCarriers: (query: TagsQuery & { tag: string }) => `/tags/who${search(query)}`,
  users: () => '/users',
  broadcasts: (query?: BroadcastsQuery) => `/broadcasts${search(query)}`,
  newBroadcast: (query?: NewBroadcastQuery) => `/broadcasts/new${search(query)}`,
  broadcast: (id: number) => `/broadcasts/${id}`,
  broadcastCalendar: () => '/broadcasts/calendar',
  jobs: () => '/jobs',
  job: (id: string) => `/jobs/${id}`,
  audit: () => '/audit',
  settings: () => '/settings',
  doctor: () => '/settings/doctor',
  webHooks: () => '/webhooks',
  newWebHook: () => '/webhooks/new',
  webHook: (id: number, query?: ConsoleQuery) => `/webhooks/${id}${search(query)}`,
  editWebHook: (id: number) => `/webhooks/${id}/edit`,
  /** What arrives at this installation's own receiver. */
  hookReceiver: (query?: ConsoleQuery) => `/webhooks/receiver${search(query)}`,
  checkSignature: () => '/webhooks/check',
  simulator: (query?: { phones?: string }) => `/simulator${search(query)}`,
  templates: () => '/templates',
  signatures: () => '/signatures',
  newSignature: () => '/signatures/new',
  signature: (id: number) => `/signatures/${id}`,
  autoReplies: () => '/auto-replies',
  newAutoReply: () => '/auto-replies/new',
  autoReply: (id: number) => `/auto-replies/${id}`,
  template: (id: number) => `/templates/${id}`,
  newTemplate: (query?: { copy: string }) => `/templates/new${search(query)}`,
};

/** `at` is the id of a text to be led to. */
type InboxQuery = { scope?: string; q?: string; at?: string };
type ConsoleQuery = { show?: string; delivery?: string };
type ContactsQuery = { scope?: string; q?: string };
type GroupsQuery = { q?: string };
type MembersQuery = { sort?: string };
/** `phone` is the number that a form begins with. */
type NumbersQuery = { q?: string; phone?: string; show?: string };
type TagsQuery = { q?: string };
/** `group` is an id, `date` a day. */
type BroadcastsQuery = { status?: string; group?: string; date?: string };
/** `draft` is one that was begun; `group` the ids of groups, by commas; `from` the id of a broadcast to be copied, `at` an instant. */
type NewBroadcastQuery = { draft?: string; step?: string; group?: string; from?: string; at?: string };

const search = (query: Record<string, string> = {}) => {
  const text = new URLSearchParams(query).toString();
  return text && `?${text}`;
};
