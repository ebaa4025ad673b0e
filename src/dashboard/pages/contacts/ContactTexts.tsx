import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Contact } from '#contract/contacts.ts';
import type { Message } from '#contract/messages.ts';
import { itemsOf } from '#dashboard/api/messageCache.ts';
import { messages } from '#dashboard/api/messages.ts';
import { byNewest, isInbound, isPending } from '#dashboard/lib/conversation.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { threadOf } from '#dashboard/lib/thread.ts';
import { paths } from '#dashboard/paths.ts';
import { When } from '#dashboard/ui/When.tsx';
import classes from './ContactPage.module.css';
import { Section } from './Section.tsx';

const SHOWN = 6;

/** What waits for its time, and the last texts; each leads to its place in the conversation. */
export function ContactTexts({ contact: { id } }: { contact: Contact }) {
  const { data, error } = useInfiniteQuery({ ...messages.thread(id), throwOnError: false });
  const all = itemsOf(data);
  const { pending } = threadOf(all);
  const gone = all.filter((message) => !isPending(message)).toSorted(byNewest);
  const total = (data?.pages[0]?.total ?? 0) - pending.length;
  return (
    <>
      {pending.length > 0 && (
        <Section title="Scheduled">
          <Texts of={pending} contactId={id} />
        </Section>
      )}
      <Section title="Recent texts">
        {error && <p className={classes.empty}>They could not be loaded. {error.message}</p>}
        {data && gone.length === 0 && <p className={classes.empty}>None yet</p>}
        <Texts of={gone.slice(0, SHOWN)} contactId={id} />
        {gone.length > SHOWN && (
          <Link className={classes.more} to={paths.conversation(id)}>
            All {plural(Math.max(total, gone.length), 'text')}
          </Link>
        )}
      </Section>
    </>
  );
}

const Texts = ({ of, contactId }: { of: readonly Message[]; contactId: number }) => (
  <ul className={classes.rows}>
    {of.map((message) => (
      <li key={message.id}>
        <Link className={classes.text} to={paths.conversation(contactId, { at: String(message.id) })}>
          <span className={classes.when}>
            {message.status === 'held' ? (
              'Held'
            ) : (
              <When at={message.deliver_at ?? message.created_at} as={dayAndTime} />
            )}
          </span>
          <span className={classes.side}>{sideOf(message)}</span>
          <bdi className="one-line">{message.content.slice(0, 200) || 'Image'}</bdi>
        </Link>
      </li>
    ))}
  </ul>
);

const sideOf = (message: Message): string =>
  isInbound(message) ? 'From them' : message.status === 'failed' ? 'Failed' : 'From us';
