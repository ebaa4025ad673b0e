import { z } from 'zod/mini';
import type { ConversationFilter } from '#dashboard/api/messages.ts';
import { params } from '#dashboard/lib/urlState.ts';

export const Scope = z.enum(['all', 'unread', 'flagged', 'with_notes', 'scheduled', 'failed']);
export type Scope = z.output<typeof Scope>;

/** What the address says about the list: `/inbox/7?scope=unread&q=forklift`. */
export const InboxState = z.object({
  scope: z._default(Scope, 'all'),
  q: z.optional(z.string()),
  /** The text that a search found, to be led to. */
  at: z.optional(params.id),
  /** Who it is with lies over the thread, where there is no room beside it: one step back closes it. */
  pane: z.optional(z.literal('contact')),
});
export type InboxState = z.output<typeof InboxState>;

/** What the service is asked for. It knows no scope of failed ones: those are picked out of all. */
export function filterOf({ scope, q }: InboxState): ConversationFilter {
  const asked = scope === 'all' || scope === 'failed' ? {} : { scope };
  return { ...asked, ...(q && { q }) };
}

/** The query string that keeps the list as it is. */
export const queryOf = ({ scope, q }: InboxState) => ({ ...(scope !== 'all' && { scope }), ...(q && { q }) });

export const scopeLabels: Record<Scope, string> = {
  all: 'All',
  unread: 'Unread',
  flagged: 'Flagged',
  with_notes: 'With notes',
  scheduled: 'Scheduled',
  failed: 'Failed',
};
