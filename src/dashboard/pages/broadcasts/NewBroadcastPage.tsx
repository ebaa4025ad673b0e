import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { broadcasts } from '#dashboard/api/broadcasts.ts';
import { groups } from '#dashboard/api/groups.ts';
import { broadcastDrafts, type BroadcastDraft, useBroadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { Composer } from './Composer.tsx';
import { ComposerState } from './composerState.ts';

/** `/broadcasts/new`: a broadcast is written in three steps. The step is in the address, the rest in a draft. */
export function NewBroadcastPage() {
  const [state, patch] = useUrlState(ComposerState);
  const drafts = useBroadcastDrafts();
  useFirstDraft(drafts !== undefined, state, (draft) =>
    patch({ draft, group: undefined, from: undefined, at: undefined }, { replace: true }),
  );
  if (!drafts || state.draft === undefined) return null;
  return <Composer key={state.draft} draftKey={state.draft} state={state} patch={patch} />;
}

/** Gives the address a draft: with the groups and the time it names, and with a broadcast to copy. */
function useFirstDraft(ready: boolean, { draft, group, from, at }: ComposerState, open: (key: string) => void) {
  const cache = useQueryClient();
  useEffect(() => {
    if (!ready || draft !== undefined) return;
    let gone = false;
    const begin = async () => {
      if (!group && !from && !at) return open(crypto.randomUUID());
      const known = await beginnings().catch((error: unknown) => {
        alertThat(`Begun empty: ${error instanceof Error ? error.message : 'nothing could be read'}`);
        return {};
      });
      const key = await broadcastDrafts.begin(known);
      if (!gone) open(key);
    };
    const beginnings = async (): Promise<Partial<BroadcastDraft>> => {
      const old = from ? await cache.ensureQueryData(broadcasts.detail(from)) : undefined;
      const to = old && old.group_id !== null ? [{ id: old.group_id, name: old.group_name }] : [];
      const ids = group?.split(',').map(Number) ?? [];
      const found = await Promise.all(ids.map((id) => cache.ensureQueryData(groups.detail(id))));
      return {
        ...(old && { text: old.message_body, sender: old.user_id }),
        groups: found.length > 0 ? found.map(({ id, name }) => ({ id, name })) : to,
        at: at ?? null,
      };
    };
    void begin();
    return () => {
      gone = true;
    };
    // Once for an address without a draft.
    // oxlint-disable-next-line react/exhaustive-deps -- `open` is new at every render
  }, [ready, draft]);
}
