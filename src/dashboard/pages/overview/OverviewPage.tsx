import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { budget } from '#dashboard/api/budget.ts';
import { ago, clock, dayOf } from '#dashboard/lib/dates.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Attention } from './Attention.tsx';
import { DaysChart } from './DaysChart.tsx';
import { Figure } from './Figure.tsx';
import classes from './OverviewPage.module.css';
import { useOverview } from './useOverview.ts';

/** What needs attention now: who waits for an answer, what failed, what goes out by itself, what is left to spend. */
export function OverviewPage() {
  const now = useNow(30_000);
  const state = useOverview(now);
  useTitle('Overview');
  return (
    <div className={classes.page}>
      <PageTitle actions={<Fresh {...state} now={now} />}>Overview</PageTitle>
      <Figures {...state} now={now} />
      {!state.texts.isError && <DaysChart days={state.days} complete={state.texts.data?.complete} />}
      <div className={classes.columns}>
        <Attention
          title="Waiting longest for an answer"
          what="Unread conversations"
          query={state.unread}
          items={state.waiting}
          total={state.unreadTotal}
          all={paths.inbox({ scope: 'unread' })}
          empty="Everything is read. Replies land here by themselves."
        />
        <Attention
          title="Going out by itself"
          what="Scheduled texts"
          query={state.scheduled}
          items={state.planned}
          total={state.scheduled.data?.pages.at(-1)?.total}
          all={paths.inbox({ scope: 'scheduled' })}
          empty="Nothing is scheduled. A text can be given a time where it is written."
        />
      </div>
    </div>
  );
}

type State = ReturnType<typeof useOverview>;
type FiguresProps = State & { now: Date };

function Figures({
  unreadTotal,
  failed,
  today,
  broadcastsToday,
  scheduled,
  texts,
  broadcasts,
  optOuts,
  now,
}: FiguresProps) {
  const { data: left } = useQuery(budget());
  return (
    <dl className={classes.figures}>
      <Figure label="Unread conversations" value={unreadTotal} to={paths.inbox({ scope: 'unread' })} />
      <Figure
        label="Not sent in 7 days"
        value={failed?.length}
        atLeast={texts.data?.complete === false}
        to={paths.inbox({ scope: 'failed' })}
        isBad
      />
      <Figure
        label="Texts due today"
        value={today}
        atLeast={scheduled.hasNextPage}
        to={paths.inbox({ scope: 'scheduled' })}
      />
      <Figure
        label="Broadcasts due today"
        value={broadcastsToday}
        atLeast={broadcasts.data?.allAhead === false}
        to={paths.broadcasts({ status: 'scheduled', date: dayOf(now) })}
      />
      <Figure
        label="Broadcasts in 7 days"
        value={broadcasts.data?.items.length}
        atLeast={broadcasts.data?.complete === false}
        to={paths.broadcasts({ status: 'week' })}
      />
      <Figure
        label="Opt-outs in 7 days"
        value={optOuts.data?.items.length}
        atLeast={optOuts.data?.complete === false}
        to={paths.optOuts({ show: 'week' })}
      />
      {left && left.limit > 0 && (
        <Figure
          label={`of ${count(left.limit)} requests left · refills ${clock(new Date(left.refillsAt))}`}
          value={left.remaining}
          to="#budget"
        />
      )}
    </dl>
  );
}

/** How old the oldest number on the page is, and how to renew it. */
const Fresh = ({ since, busy, refresh, now }: Pick<State, 'since' | 'busy' | 'refresh'> & { now: Date }) => (
  <>
    <span className={classes.fresh} role="status">
      {since > 0 ? `As of ${ago(new Date(since), now)}` : 'Loading…'}
    </span>
    <Button leftSection={<IconRefresh aria-hidden />} loading={busy && since > 0} onClick={refresh}>
      Refresh
    </Button>
  </>
);
