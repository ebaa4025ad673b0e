import { useQueryClient } from '@tanstack/react-query';
import type { Message } from '#contract/messages.ts';
import { messageSignatures } from '#dashboard/api/messageSignatures.ts';
import { drafts } from '#dashboard/lib/drafts.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { pictureOf } from './pictureOf.ts';
import { useSend } from './useSend.ts';
import type { OpenThread } from './useThread.ts';

/** Sends what a failed text said as a new one, without the signature that the service would append again. */
export function useSendAgain(open: OpenThread) {
  const cache = useQueryClient();
  const send = useSend(open);
  return async (message: Message) => {
    const signature = await cache.ensureQueryData(messageSignatures.active()).catch(() => null);
    const ending = signature ? `\n${signature}` : '';
    const hasEnding = ending !== '' && message.content.endsWith(ending);
    const content = hasEnding ? message.content.slice(0, -ending.length) : message.content;
    try {
      const file = await pictureOf(message);
      send({ content, ...(file && { file }) });
    } catch {
      drafts.putBack(open.contactId, { text: content });
      alertThat('The picture could not be read. The text is in the message box; attach the picture again.');
    }
  };
}
