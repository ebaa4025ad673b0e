import { useState } from 'react';
import type { Message } from '#contract/messages.ts';
import { drafts } from '#dashboard/lib/drafts.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { pictureOf } from './pictureOf.ts';

/** Changing a waiting text: it is edited in the composer and stays scheduled until its replacement is. */
export function useReplacement(contactId: number) {
  const [message, setMessage] = useState<Message>();
  return {
    message,
    start: (waiting: Message) => {
      drafts.putBack(contactId, { text: waiting.content });
      setMessage(waiting);
      pictureOf(waiting).then(
        (file) => file && drafts.attach(contactId, file),
        () => alertThat('The picture of the scheduled text could not be read. Attach it again.'),
      );
    },
    /** Leaves the waiting text as it was. */
    stop: () => {
      if (message && drafts.get(contactId).text === message.content) drafts.clear(contactId);
      setMessage(undefined);
    },
    done: () => setMessage(undefined),
  };
}
export type Replacement = ReturnType<typeof useReplacement>;
