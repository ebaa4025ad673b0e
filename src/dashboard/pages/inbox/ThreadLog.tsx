import { IconArrowDown, IconMessage } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Message } from '#contract/messages.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import { chaptersOf } from '#dashboard/lib/thread.ts';
import { useDelayed } from '#dashboard/lib/useDelayed.ts';
import { notify } from '#dashboard/lib/later.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { Strip } from '#dashboard/ui/Strip.tsx';
import { copyText } from './copyText.ts';
import { Chapter } from './Chapter.tsx';
import { OutgoingBubble } from './OutgoingBubble.tsx';
import { PendingBubble } from './PendingBubble.tsx';
import { ThreadAnnouncer } from './ThreadAnnouncer.tsx';
import classes from './ThreadLog.module.css';
import { useShowHit } from './useShowHit.ts';
import { useStickToEnd } from './useStickToEnd.ts';
import type { OpenThread } from './useThread.ts';

type Props = { open: OpenThread; hit: number | undefined; onChange: (message: Message) => void };

/** What was said. Begins at the end; older texts are read while one scrolls up, and nothing jumps. */
export function ThreadLog({ open, hit, onChange }: Props) {
  const { query, thread, outgoing, newest, called } = open;
  const { days, pending } = thread;
  const now = useNow(pending.length > 0 ? 1_000 : 30_000);
  const { scroller, unseen, onScroll, toEnd } = useStickToEnd(lastOf(open));
  const search = useShowHit(open, hit);
  useCopyKey(newest);
  const slow = useDelayed(query.isPending);
  const items = query.data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  const total = query.data?.pages.at(-1)?.total ?? 0;
  const isNew = query.data !== undefined && days.length === 0 && pending.length === 0 && outgoing.length === 0;
  return (
    <div className={classes.around}>
      {query.error && query.data && (
        <Strip
          since={query.dataUpdatedAt}
          reason={query.error.message}
          busy={query.isFetching}
          onRefresh={() => void query.refetch()}
        />
      )}
      <div
        className={classes.log}
        ref={scroller}
        role="log"
        aria-label={`Messages with ${called}`}
        aria-live="off"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
        tabIndex={0}
        onScroll={onScroll}
      >
        <div className={classes.texts}>
          <Older query={query} />
          {slow && <Skeleton />}
          {chaptersOf(days).map((inChapter, index, chapters) => (
            // Called after the next, as older days join the first one there is.
            <Chapter key={chapters[index + 1]?.[0]?.key ?? 'last'} days={inChapter} open={open} now={now} hit={hit} />
          ))}
          {pending.map((message) => (
            <PendingBubble key={message.id} message={message} open={open} now={now} onChange={onChange} />
          ))}
          {outgoing.map((text) => (
            <OutgoingBubble key={text.key} outgoing={text} now={now} />
          ))}
        </div>
        {isNew && (
          <Blank icon={<IconMessage aria-hidden />} title={`No texts with ${called} yet`}>
            The first one you send stands here.
          </Blank>
        )}
      </div>
      <ThreadAnnouncer open={open} />
      {(search.looking || search.far) && <FurtherBack {...search} loaded={items} total={total} />}
      {unseen > 0 && (
        <PlainButton className={classes.pill} onClick={toEnd}>
          <IconArrowDown className="icon-sm" aria-hidden />
          {plural(unseen, 'new message')}
        </PlainButton>
      )}
    </div>
  );
}

const lastOf = ({ outgoing, thread: { pending }, newest }: OpenThread) => ({
  last: outgoing.at(-1)?.key ?? pending.at(-1)?.id ?? newest?.id,
  isOwn: outgoing.length > 0,
});

function useCopyKey(newest: OpenThread['newest']) {
  const text = newest?.content ?? '';
  const copy = async () => (await copyText(text)) && notify('Copied');
  useShortcut('c', 'Copy the newest text', () => void copy(), { enabled: text !== '' });
}

type FurtherBackProps = Omit<ReturnType<typeof useShowHit>, 'looking'> & { loaded: number; total: number };

/** The text that was searched for is older than what is loaded. */
const FurtherBack = ({ far, lookFurther, isFetchingNextPage, loaded, total }: FurtherBackProps) => (
  <p className={classes.further} role="status">
    {far ? `Not among the newest ${count(loaded)} of ${count(total)} texts.` : 'Going back to the text that was found…'}
    {far && (
      <PlainButton className={classes.again} disabled={isFetchingNextPage} onClick={lookFurther}>
        {isFetchingNextPage ? 'Looking…' : 'Look further back'}
      </PlainButton>
    )}
  </p>
);

/** Asks for older texts well before the top is reached. */
function Older({ query }: { query: OpenThread['query'] }) {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!mark.current || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return;
    const root = mark.current.closest('[role=log]');
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void fetchNextPage();
      },
      { root, rootMargin: '1200px 0px 0px' },
    );
    near.observe(mark.current);
    return () => near.disconnect();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return (
    <div ref={mark} className={classes.older}>
      {isFetchNextPageError ? (
        <PlainButton className={classes.again} onClick={() => void fetchNextPage()}>
          Older texts could not be loaded. Try again
        </PlainButton>
      ) : (
        isFetchingNextPage && 'Loading older texts…'
      )}
    </div>
  );
}

const Skeleton = () => (
  <div aria-busy className={classes.skeleton}>
    <span className="visually-hidden">Loading messages</span>
    <i />
    <i data-out />
    <i />
    <i data-out />
  </div>
);
