import { IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Received } from '#contract/received.ts';
import { received } from '#dashboard/api/webHooks.ts';
import { short } from '#dashboard/lib/dates.ts';
import { eventName } from '#dashboard/lib/hookPayload.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { When } from '#dashboard/ui/When.tsx';
import { answers, ConsoleState, shows } from './consoleState.ts';
import { PaneHead } from './PaneHead.tsx';
import { ReceivedPane } from './ReceivedPane.tsx';
import { Verdict } from './Verdict.tsx';
import classes from './webhooks.module.css';

/** `/webhooks/receiver`: what arrives at this installation, as it arrives. */
export function ReceiverPane() {
  const [state, patch] = useUrlState(ConsoleState);
  const query = useQuery(received.list());
  useTitle('Switchboard’s receiver', 'Webhooks');
  const rows = query.data?.filter(({ verdict }) => state.show !== 'failing' || verdict !== 'taken') ?? [];
  return (
    <>
      <section className={classes.main} aria-label="Deliveries" data-beside={state.delivery !== undefined || undefined}>
        <PaneHead title="Switchboard">
          <span className={`${classes.url} one-line`}>this installation’s receiver</span>
        </PaneHead>
        <div className={classes.tools}>
          <ScopeTabs
            label="Show"
            scopes={shows.map((each) => (each.value ? { ...each, label: 'Refused' } : each))}
            value={state.show}
            onChange={(show) => patch({ show })}
          />
          <span className={classes.live}>New ones appear here</span>
        </div>
        <List
          query={query}
          what="Deliveries"
          isEmpty={() => rows.length === 0}
          filtered={state.show !== undefined}
          empty={<NothingReceived />}
          noMatch={<Blank icon={<IconPlugConnected aria-hidden />} title="Nothing was refused" />}
          skeleton={<SkeletonRows kind="table" rows={12} />}
        >
          {() => (
            <DataTable
              name="Deliveries"
              rows={rows}
              columns={state.delivery === undefined ? columns : columns.filter(({ key }) => key !== 'answer')}
              keyOf={({ id }) => id}
              href={({ id }) => paths.hookReceiver({ ...(state.show && { show: state.show }), delivery: String(id) })}
              isOpen={({ id }) => id === state.delivery}
            />
          )}
        </List>
      </section>
      {state.delivery !== undefined && (
        <ReceivedPane id={state.delivery} onClose={() => patch({ delivery: undefined })} />
      )}
    </>
  );
}

const NothingReceived = () => (
  <Blank icon={<IconPlugConnected aria-hidden />} title="Nothing has arrived since the start">
    Every text that is sent or received is posted here, checked, and shown in the inbox at once. The last 200 are kept
    in memory.
  </Blank>
);

const columns: Column<Received>[] = [
  { key: 'at', head: 'Arrived', width: '6rem', figures: true, cell: ({ at }) => <When at={at} as={short} /> },
  {
    key: 'event',
    head: 'Event',
    width: '5.5rem',
    onPhone: 'below',
    cell: ({ sender_type, status }) => eventName(sender_type, status),
  },
  { key: 'about', head: 'About', cell: ({ about }) => <bdi className="one-line">{about ?? '(unknown)'}</bdi> },
  {
    key: 'signature',
    head: 'Signature',
    width: '11.5rem',
    onPhone: 'end',
    cell: ({ verdict }) => <Verdict verdict={verdict === 'unsigned' ? 'does not fit' : 'fits'} />,
  },
  { key: 'answer', head: 'Answer', width: '12rem', hideBelow: 'wide', cell: ({ verdict }) => answers[verdict] },
  { key: 'tries', head: 'Times', width: '4rem', end: true, figures: true, cell: ({ attempts }) => count(attempts) },
];
