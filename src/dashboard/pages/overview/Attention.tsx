import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Message } from '#contract/messages.ts';
import { isInbound, isPending, personOf } from '#dashboard/lib/conversation.ts';
import { countdown, dayAndTime, instant } from '#dashboard/lib/dates.ts';
import { withFieldNames } from '#dashboard/lib/mergeFields.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { paths } from '#dashboard/paths.ts';
import { Avatar } from '#dashboard/ui/Avatar.tsx';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { List, type Loading } from '#dashboard/ui/List.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './OverviewPage.module.css';
import { SHOWN } from './useOverview.ts';

type Props = {
  title: string;
  /** What is listed, where it could not be loaded. */
  what: string;
  query: Loading<unknown>;
  items: readonly Message[];
  total: number | undefined;
  /** Where all of them are. */
  all: string;
  empty: string;
};

/** The first few conversations that ask for something. */
export function Attention({ title, what, query, items, total, all, empty }: Props) {
  const now = useNow(60_000);
  return (
    <section className={classes.attention} aria-label={title}>
      <header className={classes.head}>
        <h2>{title}</h2>
        {total !== undefined && total > SHOWN && <Link to={all}>All {count(total)}</Link>}
      </header>
      <List
        query={query}
        what={what}
        isEmpty={() => items.length === 0}
        empty={<Blank icon={<IconCircleCheck aria-hidden />} title={empty} />}
        skeleton={<SkeletonRows kind="conversation" rows={SHOWN} />}
      >
        {() => (
          <ul>
            {items.slice(0, SHOWN).map((message) => (
              <li key={message.id}>
                <Row message={message} now={now} />
              </li>
            ))}
          </ul>
        )}
      </List>
    </section>
  );
}

function wordsOf(message: Message): string {
  const words = message.content.slice(0, 160);
  return (isPending(message) ? withFieldNames(words) : words) || (isInbound(message) ? 'Image' : 'No text');
}

/** `waits 21 h 5 min`. */
const waits = (since: Date, now = new Date()) => `waits ${countdown(now, since)}`;

function Row({ message, now }: { message: Message; now: Date }) {
  const { id, name, phone } = personOf(message);
  const due = isPending(message) ? instant(message.deliver_at) : null;
  return (
    <Link to={paths.conversation(id)} className={classes.row}>
      <Avatar name={name} />
      <span className={classes.text}>
        <span className={classes.top}>
          <span className={`${classes.name} one-line`}>{name ? <bdi>{name}</bdi> : <Phone number={phone} />}</span>
          <When at={due ? message.deliver_at : message.created_at} as={due ? dayAndTime : waits} now={now} />
        </span>
        <bdi className={`${classes.words} one-line`}>{wordsOf(message)}</bdi>
      </span>
    </Link>
  );
}
