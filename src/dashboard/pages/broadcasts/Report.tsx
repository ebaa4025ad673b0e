import { IconFilterOff, IconUsers } from '@tabler/icons-react';
import type { Broadcast } from '#contract/broadcasts.ts';
import { type ReportRow, shows } from '#dashboard/lib/broadcastReport.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { SearchField } from '#dashboard/ui/SearchField.tsx';
import classes from './Report.module.css';
import { ReportActions } from './ReportActions.tsx';
import { ReportProgress } from './ReportProgress.tsx';
import { ReportState, shownRows, tabs } from './reportState.ts';
import { ReportTable } from './ReportTable.tsx';
import { type Reading, useReport } from './useReport.ts';

/** Figures, who they are made of, and what can be done with them. */
export function Report({ broadcast }: { broadcast: Broadcast }) {
  const { rows, reading } = useReport(broadcast);
  const [state, patch] = useUrlState(ReportState);
  const shown = shownRows(rows, state);
  const { page, per_page } = state;
  return (
    <>
      <Figures rows={rows} reading={reading} />
      <div className={classes.progress}>
        <ReportProgress broadcast={broadcast} reading={reading} found={rows.filter(({ at }) => at !== null).length} />
        <ReportActions broadcast={broadcast} rows={rows} shown={shown} isWhole={reading.isWhole} />
      </div>
      <div className={classes.tools}>
        <ScopeTabs
          label="Show"
          scopes={tabs.map((tab) => ({
            ...tab,
            label: `${tab.label} ${count(rows.filter(matching(tab.value)).length)}`,
          }))}
          value={state.show}
          onChange={(show) => patch({ show })}
        />
        <SearchField
          className={classes.search}
          placeholder="Name, number, words"
          value={state.q}
          onSearch={(q, options) => patch({ q }, options)}
        />
      </div>
      {shown.length > 0 ? (
        <ReportTable rows={shown.slice((page - 1) * per_page, page * per_page)} />
      ) : (
        <Nobody state={state} isWhole={reading.isWhole} onClear={() => patch({ show: undefined, q: '' })} />
      )}
      {shown.length > 0 && (
        <Pager
          page={page}
          perPage={per_page}
          total={shown.length}
          onPage={(next) => patch({ page: next })}
          onPerPage={(length) => patch({ per_page: length })}
        />
      )}
    </>
  );
}

const matching = (show: ReportState['show']) => (row: ReportRow) => show === undefined || shows[show](row);

const figures = [
  ['Sent', ({ at }: ReportRow) => at !== null],
  ['Delivered', shows.delivered],
  ['Failed', shows.failed],
  ['On its way', shows.waiting],
  ['Replied', shows.replied],
  ['Opted out after', shows.opted_out],
  ['Left out', shows.left_out],
] as const;

/** A dash where nothing is known yet: a nought would be a statement. */
const Figures = ({ rows, reading: { far, isWhole } }: { rows: readonly ReportRow[]; reading: Reading }) => (
  <dl className={classes.figures} aria-label="Figures">
    {figures.map(([label, isOne]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd className="figures">
          {far && (isWhole || isOne !== shows.left_out) ? count(rows.filter(isOne).length) : '–'}
        </dd>
      </div>
    ))}
  </dl>
);

function Nobody({ state, isWhole, onClear }: { state: ReportState; isWhole: boolean; onClear: () => void }) {
  if (!isWhole) return <div className={classes.nobody} />;
  if (state.show === undefined && state.q === '') {
    return (
      <Blank icon={<IconUsers aria-hidden />} title="Nobody got it">
        Its group had nobody who can be texted, or its texts are no longer kept.
      </Blank>
    );
  }
  return (
    <Blank
      icon={<IconFilterOff aria-hidden />}
      title={state.q ? `Nobody here matches “${state.q}”` : 'Nobody'}
      actions={<Button onClick={onClear}>Show everybody</Button>}
    />
  );
}
