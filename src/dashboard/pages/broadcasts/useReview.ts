import { useQueries, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { broadcasts } from '#dashboard/api/broadcasts.ts';
import { messageSignatures } from '#dashboard/api/messageSignatures.ts';
import { readingProgress, recipientsOf } from '#dashboard/api/recipients.ts';
import { sign } from '#contract/mergeFields.ts';
import type { BroadcastDraft } from '#dashboard/lib/broadcastDrafts.ts';
import { reviewOf } from '#dashboard/lib/review.ts';
import { wordingNotes } from '#dashboard/lib/wording.ts';

/** Who gets what of a draft, as soon as everybody is read, and what there is to say about its words. */
export function useReview(draft: BroadcastDraft) {
  const ids = draft.groups.map(({ id }) => id);
  const people = useQuery(recipientsOf(ids));
  const { data: progress } = useQuery(readingProgress(ids));
  const signature = useQuery(messageSignatures.active());
  const lastTexts = useQueries({
    queries: ids.map((group) => broadcasts.list({ group, per_page: 25 })),
    combine: (lists) =>
      lists.flatMap(({ data }, n) => data?.items.find(({ group_id }) => group_id === ids[n])?.message_body ?? []),
  });
  // What is typed may be ahead of what is counted, never the other way round.
  const text = useDeferredValue(draft.text);
  const review = useMemo(
    () =>
      people.data && signature.data !== undefined ? reviewOf(people.data, text.trim(), signature.data) : undefined,
    [people.data, text, signature.data],
  );
  const notes = useMemo(
    () => wordingNotes(text, sign(text, signature.data ?? null), lastTexts),
    [text, signature.data, lastTexts],
  );
  return { people, progress, signature: signature.data, signatureError: signature.error, review, notes };
}
