import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import { SearchField } from '#dashboard/ui/SearchField.tsx';
import { Conversations } from './Conversations.tsx';
import classes from './ConversationPane.module.css';
import type { InboxState } from './inboxState.ts';
import { ScopeTabs } from './ScopeTabs.tsx';

type Props = {
  state: InboxState;
  patch: (change: Partial<InboxState>, options?: { replace?: boolean }) => void;
  openId: number | undefined;
};

/** The left pane: search, scopes and the conversations. */
export function ConversationPane({ state, patch, openId }: Props) {
  const [searching, setSearching] = useState(false);
  const shown = searching || Boolean(state.q);
  useShortcut('/', 'Search in messages', () => setSearching(true), { enabled: !shown });
  return (
    <section className={classes.pane} aria-label="Inbox">
      <header className={classes.head}>
        {shown ? (
          <div
            className={classes.search}
            ref={(field) => {
              if (searching) field?.querySelector('input')?.focus();
            }}
            onBlur={() => setSearching(false)}
          >
            <SearchField
              value={state.q}
              placeholder="Search in messages"
              onSearch={(q, options) => patch({ q: q || undefined }, options)}
            />
          </div>
        ) : (
          <>
            <h1 className={classes.title}>Inbox</h1>
            <ActionIcon size="sm" aria-label="Search in messages" title="Search  /" onClick={() => setSearching(true)}>
              <IconSearch className="icon-lg" aria-hidden />
            </ActionIcon>
          </>
        )}
      </header>
      <ScopeTabs state={state} onChange={(scope) => patch({ scope })} />
      <Conversations state={state} patch={patch} openId={openId} />
    </section>
  );
}
