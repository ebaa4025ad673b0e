import { messageOperations as operations } from '#contract/messages.ts';
import { draftKeyOf, type Outgoing } from '#dashboard/lib/outgoing.ts';
import { call } from './client.ts';

const inputOf = ({ sender, contactId, content, deliverAt, file }: Outgoing) => ({
  sender,
  receiver: String(contactId),
  content,
  ...(deliverAt && { deliver_at: deliverAt }),
  ...(file && { file }),
});

/** Hands a text to the service and waits for its answer. */
export const post = (outgoing: Outgoing) =>
  call(operations.create, { body: inputOf(outgoing), draftKey: draftKeyOf(outgoing) });

/** Hands a text over while the window closes; nobody is left to read the answer. Pictures are too large for it. */
export const postLast = (outgoing: Outgoing) =>
  call(operations.create, { body: inputOf(outgoing), draftKey: draftKeyOf(outgoing), keepalive: true });
