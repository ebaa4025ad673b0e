import { IconArrowsSort, IconColumns3, IconFilter } from '@tabler/icons-react';
import { Button } from '#dashboard/ui/Button.tsx';
import { late } from '#dashboard/ui/late.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { SearchField } from '#dashboard/ui/SearchField.tsx';
import classes from './contacts.module.css';
import { LateTool } from './LateTool.tsx';
import { type ListState, scopes } from './listState.ts';
import type { ShownColumns } from './shownColumns.ts';

const ColumnChooser = late(async () => (await import('./ColumnChooser.tsx')).ColumnChooser);
const Filters = late(async () => (await import('./Filters.tsx')).Filters);

export type Patch = (change: Partial<ListState>, options?: { replace?: boolean }) => void;

type Props = { state: ListState; patch: Patch; columns: ShownColumns };

/** What narrows the list down, and how it is shown. */
export function ListTools({ state, patch, columns }: Props) {
  const byName = state.sort === 'name';
  return (
    <div className={classes.tools}>
      <SearchField
        className={classes.search}
        placeholder="Name, number, business"
        value={state.q}
        onSearch={(q, options) => patch({ q }, options)}
      />
      <ScopeTabs label="Show" scopes={scopes} value={state.scope} onChange={(scope) => patch({ scope })} />
      <LateTool label="Filter" icon={<IconFilter aria-hidden />} load={Filters.fetch}>
        {(button) => <Filters state={state} patch={patch} fallback={button} />}
      </LateTool>
      <span className={classes.space} />
      <Button
        className={classes.order}
        variant="subtle"
        size="xs"
        leftSection={<IconArrowsSort aria-hidden />}
        onClick={() => patch({ sort: byName ? 'newest' : 'name' })}
      >
        {byName ? 'By name' : 'Newest first'}
      </Button>
      <span className={classes.columns}>
        <LateTool label="Columns" icon={<IconColumns3 aria-hidden />} load={ColumnChooser.fetch}>
          {(button) => <ColumnChooser columns={columns} fallback={button} />}
        </LateTool>
      </span>
    </div>
  );
}
