import { Button, UnstyledButton } from '@mantine/core';
import { IconFilterOff, IconInbox } from '@tabler/icons-react';
import { count } from '#dashboard/lib/numbers.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { ConversationList } from './ConversationList.tsx';
import classes from './Conversations.module.css';
import { type InboxState, scopeLabels } from './inboxState.ts';
import { useConversations } from './useConversations.ts';

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
              <UnstyledButton className={classes.link} disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
                {isFetchingNextPage ? 'Looking…' : 'Look further'}
              </UnstyledButton>
            </p>
          )}
        </>
      )}
    </List>
  );
}

const NothingYet = () => (
  <Blank icon={<IconInbox aria-hidden />} title="No conversations yet">
    Replies land here by themselves. Start with one person from Contacts.
  </Blank>
);

const nothing: Record<InboxState['scope'], string> = {
  all: 'No conversations',
  unread: 'Nothing unread',
  flagged: 'Nobody flagged',
  with_notes: 'Nobody with notes',
  scheduled: 'Nothing scheduled',
  failed: 'Nothing failed',
};

type NoMatchProps = Omit<Props, 'openId'> & { lookedThrough: number };

/** Names the filter that hides everything, and clears just that one. */
function NoMatch({ state: { scope, q }, patch, lookedThrough }: NoMatchProps) {
  if (q) {
    return (
      <Blank
        icon={<IconFilterOff aria-hidden />}
        title={`No text with “${q}”`}
        actions={<Button onClick={() => patch({ q: undefined })}>Clear the search</Button>}
      >
        {scope === 'all'
          ? 'No conversation has these words.'
          : `No conversation under “${scopeLabels[scope]}” has these words.`}
      </Blank>
    );
  }
  return (
    <Blank
      icon={<IconFilterOff aria-hidden />}
      title={nothing[scope]}
      actions={<Button onClick={() => patch({ scope: 'all' })}>Show all conversations</Button>}
    >
      {scope === 'failed'
        ? `The last text of none of the newest ${count(lookedThrough)} conversations failed.`
        : 'There may be conversations under the other scopes.'}
    </Blank>
  );
}
