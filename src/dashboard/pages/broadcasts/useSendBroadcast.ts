import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { broadcastOutbox } from '#dashboard/api/broadcastsGoingOut.ts';
import { session } from '#dashboard/api/session.ts';
import { type BroadcastDraft, broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { reasonFor } from '#dashboard/lib/review.ts';
import { paths } from '#dashboard/paths.ts';
import type { Reviewed } from './ReviewPane.tsx';
import { useSender } from './useSender.ts';

/** Hands a draft to the outbox, once however often it is asked, and goes to where its way can be seen. */
export function useSendBroadcast(draft: BroadcastDraft, { review, people }: Reviewed) {
  const { data } = useQuery(session.current());
  const sender = useSender(draft);
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const pressed = useRef(false);

  const send = async () => {
    const owner = data?.username;
    if (pressed.current || !owner || !sender) return;
    pressed.current = true;
    setBusy(true);
    try {
      broadcastDrafts.saveAll();
      const single = draft.groups.length === 1;
      await broadcastOutbox.send(
        draft.groups.map(({ id, name }, place) => ({
          draft: draft.key,
          owner,
          group: id,
          groupName: name,
          people: single ? review.reached.length : reachedIn(id),
          sender: sender.id,
          text: draft.text.trim(),
          fromTemplate: draft.fromTemplate,
          ...(draft.at !== null && { deliverAt: draft.at }),
          place,
        })),
      );
      void navigate(paths.broadcasts());
    } catch (error) {
      alertThat(
        `Not sent: this browser can't keep it safe. ${error instanceof Error ? error.message : ''} Your draft is kept.`,
      );
      setBusy(false);
      pressed.current = false;
    }
  };
  const reachedIn = (group: number) =>
    people.data?.contacts.filter(
      (contact) => people.data.groupsOf.get(contact.id)?.includes(group) && reasonFor(contact, people.data) === null,
    ).length ?? 0;
  return { send, busy };
}
