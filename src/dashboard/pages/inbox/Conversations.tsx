import { count } from '#dashboard/lib/numbers.ts';
import { late } from '#dashboard/ui/late.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { ConversationList } from './ConversationList.tsx';
import classes from './Conversations.module.css';
import type { InboxState } from './inboxState.ts';
import { useConversations } from './useConversations.ts';

const NothingYet = late(async () => (await import('./NoConversations.tsx')).NothingYet);
const NoMatch = late(async () => (await import('./NoConversations.tsx')).NoMatch);

type Props = { state: InboxState; patch: (change: Partial<InboxState>) => void; openId: number | undefined };

/** The conversations in all their states. */
export function Conversations({ state, patch, openId }: Props) {
  const query = useConversations(state);
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const loadMore = () => {
    if (hasNextPage && !isFetchingNextPage && state.scope !== 'failed') void fetchNextPage();
  };
  return (
    <List
      query={{ ...query, isPlaceholderData: false }}
      what="Conversations"
      kept="Your drafts are safe on this device."
      isEmpty={() => rows.length === 0 && !isFetchingNextPage}
      filtered={state.scope !== 'all' || Boolean(state.q)}
      empty={<NothingYet />}
      noMatch={<NoMatch state={state} patch={patch} lookedThrough={query.lookedThrough} />}
      skeleton={<SkeletonRows kind="conversation" rows={10} />}
    >
      {() => (
        <>
          <ConversationList rows={rows} state={state} openId={openId} onEnd={loadMore} />
          {state.scope === 'failed' && hasNextPage && (
            <p className={classes.more}>
              Among the newest {count(query.lookedThrough)} of {count(query.total)} conversations.{' '}
              <PlainButton className={classes.link} disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
                {isFetchingNextPage ? 'Looking…' : 'Look further'}
              </PlainButton>
            </p>
          )}
        </>
      )}
    </List>
  );
}
