import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { IconMessage } from '@tabler/icons-react';
import { session } from '#dashboard/api/session.ts';
import { drafts } from '#dashboard/lib/drafts.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { latePage } from '#dashboard/ui/latePage.tsx';
import { ConversationPane } from './ConversationPane.tsx';
import classes from './InboxPage.module.css';
import { InboxState } from './inboxState.ts';

const { LatePage: ThreadPane, fetch: fetchThread } = latePage(
  async () => (await import('./ThreadPane.tsx')).ThreadPane,
);

/** Conversations, the open one, and who it is with. */
export function InboxPage() {
  const { contactId } = useParams();
  const [state, patch] = useUrlState(InboxState);
  const openId = contactId && /^[1-9]\d{0,15}$/.test(contactId) ? Number(contactId) : undefined;
  useOwnTexts();
  return (
    <div className={classes.inbox} data-open={openId !== undefined || undefined}>
      <ConversationPane state={state} patch={patch} openId={openId} />
      {openId === undefined ? (
        <NothingOpen />
      ) : (
        <ThreadPane
          key={openId}
          contactId={openId}
          state={state}
          patch={patch}
          fallback={<section className={classes.nothing} aria-label="Conversation" aria-busy />}
        />
      )}
    </div>
  );
}

function NothingOpen() {
  useTitle('Inbox');
  // By the time a conversation is chosen, what shows it is here.
  useEffect(() => void fetchThread(), []);
  return (
    <section className={classes.nothing} aria-label="Conversation">
      <Blank icon={<IconMessage aria-hidden />} title="No conversation open">
        Choose one on the left, or press j and Enter. Opening does not mark it read.
      </Blank>
    </section>
  );
}

/** Brings back what this person had begun or sent when the last window closed. */
function useOwnTexts() {
  const { data } = useQuery(session.current());
  const owner = data?.username;
  useEffect(() => {
    if (!owner) return;
    void drafts.open(owner);
    import('#dashboard/api/outbox.ts').then(
      ({ outbox }) => outbox.adopt(owner),
      () => undefined, // offline; the next visit carries on
    );
  }, [owner]);
}
