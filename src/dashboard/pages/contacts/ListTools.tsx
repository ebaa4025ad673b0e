import { Button } from '@mantine/core';
import { IconArrowsSort, IconColumns3, IconFilter } from '@tabler/icons-react';
import { lazy } from 'react';
import { patiently } from '#dashboard/lib/patiently.ts';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { SearchField } from '#dashboard/ui/SearchField.tsx';
import classes from './contacts.module.css';
import { LateTool } from './LateTool.tsx';
import { type ListState, scopes } from './listState.ts';
import type { ShownColumns } from './shownColumns.ts';

const loadChooser = () => import('./ColumnChooser.tsx');
const ColumnChooser = lazy(async () => ({ default: (await patiently(loadChooser)).ColumnChooser }));
const loadFilters = () => import('./Filters.tsx');
const Filters = lazy(async () => ({ default: (await patiently(loadFilters)).Filters }));

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
      <LateTool label="Filter" icon={<IconFilter aria-hidden />} load={loadFilters}>
        <Filters state={state} patch={patch} />
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
        <LateTool label="Columns" icon={<IconColumns3 aria-hidden />} load={loadChooser}>
          <ColumnChooser columns={columns} />
        </LateTool>
      </span>
    </div>
  );
}
