import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { late } from '#dashboard/ui/late.tsx';
import { Conversations } from './Conversations.tsx';
import classes from './ConversationPane.module.css';
import type { InboxState } from './inboxState.ts';
import { ScopeTabs } from './ScopeTabs.tsx';

const SearchField = late(async () => (await import('#dashboard/ui/SearchField.tsx')).SearchField);
const PeopleFound = late(async () => (await import('./PeopleFound.tsx')).PeopleFound);

type Props = {
  state: InboxState;
  patch: (change: Partial<InboxState>, options?: { replace?: boolean }) => void;
  openId: number | undefined;
};

/** The left pane: search, scopes and the conversations. */
export function ConversationPane({ state, patch, openId }: Props) {
  const [searching, setSearching] = useState(false);
  const shown = searching || Boolean(state.q);
  useShortcut('/', 'Search texts and people', () => setSearching(true), { enabled: !shown });
  return (
    <section className={classes.pane} aria-label="Inbox">
      <header className={classes.head}>
        {shown ? (
          <div className={classes.search} onBlur={() => setSearching(false)}>
            <SearchField
              focused={searching}
              value={state.q}
              placeholder="Search texts and people"
              onSearch={(q, options) => patch({ q: q || undefined }, options)}
            />
          </div>
        ) : (
          <>
            <h1 className={classes.title}>Inbox</h1>
            <IconButton
              size="sm"
              aria-label="Search texts and people"
              title="Search  /"
              onClick={() => setSearching(true)}
            >
              <IconSearch className="icon-lg" aria-hidden />
            </IconButton>
          </>
        )}
      </header>
      <ScopeTabs state={state} onChange={(scope) => patch({ scope })} />
      {state.q && <PeopleFound q={state.q} openId={openId} />}
      <Conversations state={state} patch={patch} openId={openId} />
    </section>
  );
}
