import { autoReplyOperations } from './autoReplies.ts';
import { blockedNumberOperations } from './blockedNumbers.ts';
import { broadcastOperations } from './broadcasts.ts';
import { contactOperations } from './contacts.ts';
import { groupOperations } from './groups.ts';
import { messageSignatureOperations } from './messageSignatures.ts';
import { messageTemplateOperations } from './messageTemplates.ts';
import { messageOperations } from './messages.ts';
import type { Operation } from './operation.ts';
import { optOutOperations } from './optOuts.ts';
import { tagOperations } from './tags.ts';
import { userOperations } from './users.ts';
import { webHookOperations } from './webHooks.ts';

/** The API v2, whole: 55 operations by resource, in the reference's order. */
export const api = {
  autoReplies: autoReplyOperations,
  blockedNumbers: blockedNumberOperations,
  broadcasts: broadcastOperations,
  contacts: contactOperations,
  groups: groupOperations,
  messageSignatures: messageSignatureOperations,
  messageTemplates: messageTemplateOperations,
  messages: messageOperations,
  optOuts: optOutOperations,
  tags: tagOperations,
  users: userOperations,
  webHooks: webHookOperations,
};

/** Every operation with its name, e.g. `contacts.list`. */
export const everyOperation: readonly { name: string; resource: string; operation: Operation }[] = Object.entries(
  api,
).flatMap(([resource, table]) =>
  Object.entries<Operation>(table).map(([name, operation]) => ({ name: `${resource}.${name}`, resource, operation })),
);
