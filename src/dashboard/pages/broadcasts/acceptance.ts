import type { BroadcastDraft } from '#dashboard/lib/broadcastDrafts.ts';
import type { Review } from '#dashboard/lib/review.ts';
import type { WordingNote } from '#dashboard/lib/wording.ts';

/**
 * What somebody has to have seen before a broadcast may go, each under a name that changes with what it is about: four
 * people without a name are not accepted by whoever accepted three.
 */
export function toAccept(review: Review, notes: readonly WordingNote[]): string[] {
  return [
    ...review.missing.map(({ name, people }) => `missing ${name} ${people}`),
    ...(review.repeated > 0 ? [`repeated ${review.repeated}`] : []),
    ...notes.filter(({ kind }) => kind === 'field').map(({ says }) => `field ${says}`),
  ];
}

export const isAccepted = ({ accepted }: Pick<BroadcastDraft, 'accepted'>, name: string): boolean =>
  accepted.includes(name);
