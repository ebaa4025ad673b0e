import { IconAlertCircle, IconClock, IconFlag, IconNote, type TablerIcon } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { itemsOf } from '#dashboard/api/messageCache.ts';
import { messages } from '#dashboard/api/messages.ts';
import { useKnown } from '#dashboard/lib/useKnown.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useUnread } from '#dashboard/lib/title.ts';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { filterOf, type InboxState, type Scope, Scope as Scopes, scopeLabels } from './inboxState.ts';
import classes from './ScopeTabs.module.css';

const icons: Partial<Record<Scope, TablerIcon>> = {
  flagged: IconFlag,
  with_notes: IconNote,
  scheduled: IconClock,
  failed: IconAlertCircle,
};

/** How long the pointer rests before counting. */
const RESTS = 150;

const queryFor = (state: InboxState) => messages.conversations(filterOf(state));

type Props = { state: InboxState; onChange: (scope: Scope) => void };

/** Which conversations: quiet tabs, with how many there are where that is known without asking. */
export function ScopeTabs({ state, onChange }: Props) {
  const cache = useQueryClient();
  const rests = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Each count is a request, so they are asked for when somebody comes near.
  const countAll = () => {
    for (const scope of Scopes.options) void cache.prefetchInfiniteQuery(queryFor({ ...state, scope }));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- reads ahead, changes nothing
    <div
      className={classes.tabs}
      role="group"
      aria-label="Show"
      onPointerEnter={() => (rests.current = setTimeout(countAll, RESTS))}
      onPointerLeave={() => clearTimeout(rests.current)}
      onFocus={countAll}
    >
      {Scopes.options.map((scope) => (
        <ScopeTab key={scope} scope={scope} state={state} onChange={onChange} />
      ))}
    </div>
  );
}

/** Those among what was read: the service cannot be asked for them. */
const failedIn = (data: Parameters<typeof itemsOf>[0]) =>
  data && itemsOf(data).filter(({ status }) => status === 'failed').length;

function ScopeTab({ scope, state, onChange }: Props & { scope: Scope }) {
  const data = useKnown(queryFor({ ...state, scope }));
  const unread = useUnread();
  const known = scope === 'unread' && !state.q ? unread : undefined;
  const counted = scope === 'failed' ? failedIn(data) : (data?.pages.at(-1)?.total ?? known);
  const isPart = scope === 'failed' && (data?.pages.at(-1)?.total ?? 0) > itemsOf(data).length;
  const shown = counted ? `${count(counted)}${isPart ? '+' : ''}` : '';
  const Icon = icons[scope];
  return (
    <PlainButton
      className={classes.tab}
      aria-pressed={state.scope === scope}
      title={scopeLabels[scope]}
      onClick={() => onChange(scope)}
    >
      {Icon ? (
        <>
          <Icon aria-hidden />
          <span className="visually-hidden">{scopeLabels[scope]}</span>
        </>
      ) : (
        scopeLabels[scope]
      )}
      {shown && <span className={`${classes.count} figures`}>{shown}</span>}
    </PlainButton>
  );
}
