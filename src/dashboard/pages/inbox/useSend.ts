import { useQuery } from '@tanstack/react-query';
import { outbox } from '#dashboard/api/outbox.ts';
import { session } from '#dashboard/api/session.ts';
import { drafts } from '#dashboard/lib/drafts.ts';
import type { Outgoing } from '#dashboard/lib/outgoing.ts';
import type { OpenThread } from './useThread.ts';

/** What is to go out, now or at an instant (ISO 8601). */
export type ToSend = Pick<Outgoing, 'content' | 'file' | 'deliverAt' | 'replaces'>;

/** Hands a text to the outbox, which sends it once and keeps it until the service has it. Undo brings it back as a draft. */
export function useSend({ contactId, called, newest }: Pick<OpenThread, 'contactId' | 'called' | 'newest'>) {
  const { data } = useQuery(session.current());
  return (text: ToSend) => {
    if (!data?.username) return;
    outbox.send(
      {
        ...text,
        contactId,
        to: called || 'this person',
        owner: data.username,
        sender: String(data.user?.id ?? data.username),
        after: newest?.id ?? null,
      },
      ({ content, file }) => drafts.putBack(contactId, { text: content, ...(file && { file }) }),
    );
  };
}
