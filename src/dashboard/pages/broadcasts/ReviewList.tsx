import { IconFilterOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { count, plural } from '#dashboard/lib/numbers.ts';
import type { Review } from '#dashboard/lib/review.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { SearchField } from '#dashboard/ui/SearchField.tsx';
import type { ComposerState, Patch } from './composerState.ts';
import { LeaveOut } from './LeaveOut.tsx';
import { LeftOutTable, RecipientsTable } from './RecipientsTable.tsx';
import classes from './Review.module.css';
import { partsOf, rowsOf } from './reviewRows.ts';

type Props = {
  /** The key of the draft. */
  draft: string;
  review: Review;
  text: string;
  signature: string | null;
  at: Date;
  /** How many are made: one for each group. */
  broadcasts: number;
  state: ComposerState;
  patch: Patch;
};

const PER_PAGE = 25;

/** The figures, and page by page what each person will read. */
export function ReviewList({ draft, review, text, signature, at, broadcasts, state, patch }: Props) {
  const parts = useMemo(() => partsOf(review, at), [review, at]);
  const rows = useMemo(() => rowsOf(review, state.show, state.q, at), [review, state.show, state.q, at]);
  const total = 'leftOut' in rows ? rows.leftOut.length : rows.reached.length;
  const page = Math.min(state.page, Math.max(1, Math.ceil(total / PER_PAGE)));
  const slice = <T,>(all: readonly T[]) => all.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return (
    <section className={classes.list} aria-label="Everybody">
      <Figures review={review} broadcasts={broadcasts} />
      <div className={classes.tools}>
        <ScopeTabs
          label="Show"
          scopes={parts.map((part) => ({ ...part, count: count(part.count) }))}
          value={state.show.split(':')[0] === 'left' ? 'left' : state.show}
          onChange={(show) => patch({ show: show ?? 'all' })}
        />
        <SearchField
          className={classes.search}
          placeholder="Find a person"
          value={state.q}
          onSearch={(q, options) => patch({ q }, options)}
        />
      </div>
      {'reached' in rows && (
        <LeaveOut
          draft={draft}
          review={review}
          show={state.show}
          shown={rows.reached}
          onMade={() => patch({ show: 'all', q: '' })}
        />
      )}
      {total === 0 ? (
        <Blank
          icon={<IconFilterOff aria-hidden />}
          title={state.q ? `Nobody here matches “${state.q}”` : 'Nobody'}
          actions={state.q && <Button onClick={() => patch({ q: '' })}>Clear the search</Button>}
        />
      ) : 'leftOut' in rows ? (
        <LeftOutTable rows={slice(rows.leftOut)} />
      ) : (
        <RecipientsTable rows={slice(rows.reached)} text={text} signature={signature} at={at} />
      )}
      {total > 0 && <Pager page={page} perPage={PER_PAGE} total={total} onPage={(next) => patch({ page: next })} />}
    </section>
  );
}

function Figures({ review, broadcasts }: { review: Review; broadcasts: number }) {
  const spread = review.bySegments.map(([segments, texts]) => `${count(texts)} × ${count(segments)}`).join(' + ');
  return (
    <dl className={`${classes.figures} figures`}>
      <div>
        <dt>Will get it</dt>
        <dd>{count(review.reached.length)}</dd>
      </div>
      <div>
        <dt>Left out</dt>
        <dd>{count(review.leftOut.length)}</dd>
      </div>
      <div>
        <dt>Segments</dt>
        <dd>
          {count(review.segments)} {review.bySegments.length > 0 && <span>{spread}</span>}
        </dd>
      </div>
      <div>
        <dt>Takes</dt>
        <dd>{plural(broadcasts, 'request')}</dd>
      </div>
    </dl>
  );
}
