import type { AuditChange, AuditEntry, AuditOutcome } from '#contract/audit.ts';

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

const verbs: Record<string, string> = {
  create: 'Made',
  update: 'Changed',
  delete: 'Deleted',
  addContact: 'Added somebody to',
  removeContact: 'Took somebody out of',
  redeliver: 'Sent again',
  test: 'Tested',
};

/** `Changed contact 12`. */
export function whatHappened({ operation, target }: Pick<AuditEntry, 'operation' | 'target'>): string {
  const [resource = '', verb = ''] = operation.split('.');
  const words = `${verbs[verb] ?? verb} ${resources[resource]?.one ?? resource}`;
  return target === null ? words : `${words} ${target}`;
}

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
