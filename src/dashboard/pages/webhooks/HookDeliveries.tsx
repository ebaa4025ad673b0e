import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Delivery } from '#contract/deliveries.ts';
import { deliveries } from '#dashboard/api/deliveries.ts';
import type { KnownWebHook } from '#dashboard/api/webHooks.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { ConsoleState, shows } from './consoleState.ts';
import { deliveryColumns, isFailing } from './deliveryColumns.tsx';
import { DeliveryPane } from './DeliveryPane.tsx';
import { FailingBanner } from './FailingBanner.tsx';
import classes from './webhooks.module.css';

const NONE: readonly Delivery[] = [];

/** What the embedded server sent to a hook, newest first, as it goes out. */
export function HookDeliveries({ hook, head }: { hook: KnownWebHook; head: ReactNode }) {
  const [state, patch] = useUrlState(ConsoleState);
  const query = useQuery(deliveries.list(hook.id));
  const all = query.data?.items ?? NONE;
  const failing = all.filter(isFailing);
  const rows = state.show === 'failing' ? failing : all;
  const open = all.find(({ id }) => id === state.delivery);
  return (
    <>
      <section className={classes.main} aria-label="Deliveries" data-beside={open !== undefined || undefined}>
        {head}
        <FailingBanner hookId={hook.id} failing={failing} latest={all.find(({ attempts }) => attempts > 0)} />
        <div className={classes.tools}>
          <ScopeTabs label="Show" scopes={shows} value={state.show} onChange={(show) => patch({ show })} />
          <span className={classes.live}>
            {query.data &&
              query.data.total > all.length &&
              `The newest ${count(all.length)} of ${count(query.data.total)}. `}
            New ones appear here
          </span>
        </div>
        <List
          query={query}
          what="Deliveries"
          isEmpty={() => rows.length === 0}
          filtered={state.show !== undefined}
          empty={
            <Blank icon={<IconSend aria-hidden />} title="Nothing was sent to it yet">
              The next text that is sent or received goes there. Send a test to see one now.
            </Blank>
          }
          noMatch={<Blank icon={<IconSend aria-hidden />} title="Nothing is failing" />}
          skeleton={<SkeletonRows kind="table" rows={12} />}
        >
          {() => (
            <DataTable
              name="Deliveries"
              rows={rows}
              columns={deliveryColumns(hook.version, open !== undefined)}
              keyOf={({ id }) => id}
              href={({ id }) =>
                paths.webHook(hook.id, { ...(state.show && { show: state.show }), delivery: String(id) })
              }
              isOpen={({ id }) => id === state.delivery}
            />
          )}
        </List>
      </section>
      {open && <DeliveryPane hook={hook} delivery={open} onClose={() => patch({ delivery: undefined })} />}
    </>
  );
}
