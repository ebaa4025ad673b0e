import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { patiently } from '#dashboard/lib/patiently.ts';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import { Conversations } from './Conversations.tsx';
import classes from './ConversationPane.module.css';
import type { InboxState } from './inboxState.ts';
import { ScopeTabs } from './ScopeTabs.tsx';

const SearchField = lazy(async () => ({
  default: (await patiently(() => import('#dashboard/ui/SearchField.tsx'))).SearchField,
}));
const PeopleFound = lazy(async () => ({ default: (await import('./PeopleFound.tsx')).PeopleFound }));

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
          // The field and its frame come together, so that the frame finds what to focus.
          <Suspense>
            <div
              className={classes.search}
              ref={(field) => {
                if (searching) field?.querySelector('input')?.focus();
              }}
              onBlur={() => setSearching(false)}
            >
              <SearchField
                value={state.q}
                placeholder="Search texts and people"
                onSearch={(q, options) => patch({ q: q || undefined }, options)}
              />
            </div>
          </Suspense>
        ) : (
          <>
            <h1 className={classes.title}>Inbox</h1>
            <ActionIcon
              size="sm"
              aria-label="Search texts and people"
              title="Search  /"
              onClick={() => setSearching(true)}
            >
              <IconSearch className="icon-lg" aria-hidden />
            </ActionIcon>
          </>
        )}
      </header>
      <ScopeTabs state={state} onChange={(scope) => patch({ scope })} />
      {state.q && (
        <Suspense>
          <PeopleFound q={state.q} openId={openId} />
        </Suspense>
      )}
      <Conversations state={state} patch={patch} openId={openId} />
    </section>
  );
}
