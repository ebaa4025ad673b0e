import type { AuditChange, AuditEntry, AuditOutcome } from '#contract/audit.ts';
import { paths } from '#dashboard/paths.ts';

export const outcomes: Record<AuditOutcome, string> = {
  done: 'Done',
  refused: 'Refused',
  failed: 'Failed',
  unknown: 'No answer',
};

/** The resources that can be written to, as people call them. */
export const resources: Record<string, { one: string; many: string }> = {
  autoReplies: { one: 'auto reply', many: 'Auto replies' },
  blockedNumbers: { one: 'blocked number', many: 'Blocked numbers' },
  broadcasts: { one: 'broadcast', many: 'Broadcasts' },
  contacts: { one: 'contact', many: 'Contacts' },
  groups: { one: 'group', many: 'Groups' },
  messageSignatures: { one: 'signature', many: 'Signatures' },
  messageTemplates: { one: 'template', many: 'Templates' },
  messages: { one: 'text', many: 'Texts' },
  optOuts: { one: 'opt-out', many: 'Opt-outs' },
  webHooks: { one: 'webhook', many: 'Webhooks' },
  deliveries: { one: 'delivery', many: 'Deliveries' },
};

/** What was done, and what was only tried. */
const verbs: Record<string, readonly [done: string, tried: string]> = {
  create: ['Made', 'make'],
  update: ['Changed', 'change'],
  delete: ['Deleted', 'delete'],
  addContact: ['Added somebody to', 'add somebody to'],
  removeContact: ['Took somebody out of', 'take somebody out of'],
  redeliver: ['Sent again', 'send again'],
  test: ['Tested', 'test'],
};

type Happened = Pick<AuditEntry, 'operation' | 'target' | 'outcome'>;

/** `Changed contact 12`; `Tried to change contact 12` where it was not done, or nobody knows. */
export function whatHappened({ operation, target, outcome }: Happened): string {
  const [resource = '', verb = ''] = operation.split('.');
  const [done, tried] = verbs[verb] ?? [verb, verb];
  const words = `${outcome === 'done' ? done : `Tried to ${tried}`} ${resources[resource]?.one ?? resource}`;
  return target === null ? words : `${words} ${target}`;
}

const places: Record<string, (id: number) => string> = {
  autoReplies: paths.autoReply,
  broadcasts: paths.broadcast,
  contacts: paths.contact,
  groups: paths.group,
  messageSignatures: paths.signature,
  messageTemplates: paths.template,
  optOuts: paths.optOut,
  webHooks: paths.webHook,
};

/** The page of what was changed; undefined where there is none. */
export function placeOf({ operation, target, outcome }: Happened): string | undefined {
  const [resource = '', verb] = operation.split('.');
  const isGone = verb === 'delete' && outcome === 'done';
  return target === null || isGone ? undefined : places[resource]?.(target);
}

/** The reason without the words that every refusal of a form begins with. */
export const shortReason = (reason: string): string => reason.replace(/^Validation failed: /, '');

/** `first_name: Ann → Anna`. */
export const changeText = ({ field, before, after }: AuditChange): string =>
  before === null ? `${field}: ${after ?? ''}` : `${field}: ${before} → ${after ?? '(nothing)'}`;

/** One row of the CSV file. */
export const recordOf = (entry: AuditEntry): Record<string, string> => ({
  id: String(entry.id),
  at: entry.at,
  who: entry.who,
  operation: entry.operation,
  target: entry.target === null ? '' : String(entry.target),
  outcome: entry.outcome,
  status: entry.status === null ? '' : String(entry.status),
  reason: entry.reason ?? '',
  changes: entry.changes.map(changeText).join('; '),
});
