import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTitle } from '#dashboard/lib/title.ts';
import { useMediaQuery, widths } from '#dashboard/lib/useMediaQuery.ts';
import { Failed } from '#dashboard/ui/Failed.tsx';
import { late } from '#dashboard/ui/late.tsx';
import { Composer } from './Composer.tsx';
import { ContactPane } from './ContactPane.tsx';
import type { InboxState } from './inboxState.ts';
import { ThreadHead } from './ThreadHead.tsx';
import { ThreadLog } from './ThreadLog.tsx';
import classes from './ThreadPane.module.css';
import { useReplacement } from './useReplacement.ts';
import { useThread } from './useThread.ts';

const ContactDrawer = late(async () => (await import('./ContactDrawer.tsx')).ContactDrawer);

type Props = {
  contactId: number;
  state: InboxState;
  patch: (change: Partial<InboxState>, how?: { replace: boolean }) => void;
};

/** One conversation: who, what was said, and what to say next. */
export function ThreadPane({ contactId, state, patch }: Props) {
  const open = useThread(contactId);
  const isNarrow = useMediaQuery(widths.rail);
  const [isPaneShown, setPaneShown] = useState(true);
  const [isDrawerOpen, showDrawer] = useDrawer(state, patch);
  const isShown = isNarrow ? isDrawerOpen : isPaneShown;
  const replace = useReplacement(contactId);
  useTitle(open.called, 'Inbox');
  const { query, contact, contactError } = open;
  const missing = contactError ?? (query.data ? null : query.error);
  if (missing && !contact) {
    const retry = () => void query.refetch();
    return (
      <section className={classes.pane} aria-label="Conversation">
        <ThreadHead open={open} state={state} contactId={contactId} />
        <Failed
          what="This conversation"
          error={missing}
          retrying={query.isFetching}
          onRetry={retry}
          kept="A draft you have here is safe on this device."
        />
      </section>
    );
  }
  return (
    <>
      <section className={classes.pane} aria-label={`Conversation with ${open.called}`}>
        <ThreadHead
          open={open}
          state={state}
          contactId={contactId}
          contactShown={isShown}
          onToggleContact={() => (isNarrow ? showDrawer(!isDrawerOpen) : setPaneShown(!isPaneShown))}
        />
        <ThreadLog open={open} hit={state.at} onChange={replace.start} />
        <Composer open={open} replace={replace} />
      </section>
      {!isNarrow && isPaneShown && (
        <aside className={classes.contact}>
          <ContactPane open={open} />
        </aside>
      )}
      {isNarrow && isDrawerOpen && <ContactDrawer open={open} onClose={() => showDrawer(false)} />}
    </>
  );
}

/** Whether the contact lies over the thread. It is a step in the history, so that Back leads to the thread. */
function useDrawer({ pane }: InboxState, patch: Props['patch']) {
  const navigate = useNavigate();
  const isStep = useRef(false);
  const show = (isShown: boolean) => {
    if (isShown) patch({ pane: 'contact' });
    else if (isStep.current) void navigate(-1);
    else patch({ pane: undefined }, { replace: true });
    isStep.current = isShown;
  };
  return [pane === 'contact', show] as const;
}
