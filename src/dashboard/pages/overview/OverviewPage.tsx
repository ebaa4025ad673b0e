import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { budget } from '#dashboard/api/budget.ts';
import { itemsOf } from '#dashboard/api/messageCache.ts';
import { messages } from '#dashboard/api/messages.ts';
import { clock } from '#dashboard/lib/dates.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Attention } from './Attention.tsx';
import { Figure } from './Figure.tsx';
import classes from './OverviewPage.module.css';

/** What needs attention now: who waits for an answer, what goes out by itself, what is left to spend. */
export function OverviewPage() {
  useTitle('Overview');
  const unread = useInfiniteQuery(messages.conversations({ scope: 'unread' }));
  const scheduled = useInfiniteQuery(messages.conversations({ scope: 'scheduled' }));
  const { data: left } = useQuery(budget());
  const [unreadTotal, scheduledTotal] = [unread, scheduled].map(({ data }) => data?.pages.at(-1)?.total);
  return (
    <div className={classes.page}>
      <PageTitle>Overview</PageTitle>
      <dl className={classes.figures}>
        <Figure label="Unread conversations" value={unreadTotal} to={paths.inbox({ scope: 'unread' })} />
        <Figure label="With scheduled texts" value={scheduledTotal} to={paths.inbox({ scope: 'scheduled' })} />
        {left && (
          <Figure
            label={`of ${left.limit.toLocaleString()} requests left · refills ${clock(new Date(left.refillsAt))}`}
            value={left.remaining}
          />
        )}
      </dl>
      <div className={classes.columns}>
        <Attention
          title="Waiting for an answer"
          what="Unread conversations"
          query={unread}
          items={itemsOf(unread.data)}
          total={unreadTotal}
          all={paths.inbox({ scope: 'unread' })}
          empty="Everything is read. Replies land here by themselves."
        />
        <Attention
          title="Going out by itself"
          what="Scheduled texts"
          query={scheduled}
          items={itemsOf(scheduled.data)}
          total={scheduledTotal}
          all={paths.inbox({ scope: 'scheduled' })}
          empty="Nothing is scheduled. A text can be given a time where it is written."
        />
      </div>
    </div>
  );
}
