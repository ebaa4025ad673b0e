import { IconClock } from '@tabler/icons-react';
import type { Message } from '#contract/messages.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './ContactPane.module.css';
import { showText } from './showText.ts';

/** What waits for its time; leads to it in the thread, where it can be changed and cancelled. */
export function ContactScheduled({ pending }: { pending: readonly Message[] }) {
  if (pending.length === 0) return null;
  return (
    <section className={classes.section} aria-label="Scheduled">
      <h3 className={classes.heading}>Scheduled</h3>
      <ul className={classes.choices}>
        {pending.map((message) => (
          <li key={message.id}>
            <PlainButton className={classes.waiting} onClick={() => showText(message.id)}>
              <span className={classes.due}>
                <IconClock className="icon-sm" aria-hidden />
                {message.status === 'held' ? 'Held' : <When at={message.deliver_at} as={dayAndTime} />}
              </span>
              <bdi className="one-line">{message.content.slice(0, 100) || 'Image'}</bdi>
            </PlainButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
