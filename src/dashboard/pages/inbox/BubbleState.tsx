import { IconAlertCircle, IconCheck, IconChecks, IconHandStop } from '@tabler/icons-react';
import type { Message } from '#contract/messages.ts';
import { isInbound, standsAt } from '#dashboard/lib/conversation.ts';
import { clock } from '#dashboard/lib/dates.ts';
import { soundsLikeOptOut } from '#dashboard/lib/optOutWords.ts';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './Bubble.module.css';
import { optOutLater } from './textingActions.ts';
import type { OpenThread } from './useThread.ts';
import { useSendAgain } from './useSendAgain.ts';

type Props = { message: Message; open: OpenThread; verdict: string | undefined };

/** When, and how far it has come. */
export function BubbleState({ message, open, verdict }: Props) {
  const at = standsAt(message);
  const time = at === 0 ? null : <When at={new Date(at).toISOString()} as={clock} />;
  if (isInbound(message)) {
    return (
      <div className={classes.state}>
        {time}
        <NearMiss message={message} open={open} />
      </div>
    );
  }
  if (message.status === 'failed') return <FailedState message={message} open={open} />;
  return (
    <div className={classes.state}>
      {time}
      {message.status === 'delivered' && !verdict ? <IconChecks aria-hidden /> : <IconCheck aria-hidden />}
      <span>{verdict ?? words(message.status)}</span>
    </div>
  );
}

/** Wordings the service does not act on by itself: a person decides, at the last thing somebody said. */
function NearMiss({ message, open: { contact, called, lastInbound } }: Omit<Props, 'verdict'>) {
  if (message.id !== lastInbound?.id || !contact || contact.opted_out || !soundsLikeOptOut(message.content))
    return null;
  return (
    <>
      <span className={classes.strong} data-tone="warn">
        <IconHandStop aria-hidden />
        Reads like an opt-out
      </span>
      <PlainButton className={classes.action} onClick={() => optOutLater(contact, called)}>
        Opt out
      </PlainButton>
    </>
  );
}

/** Words the service is known to use; any other is shown as it is. */
function words(status: string) {
  if (status === 'delivered') return 'Delivered';
  if (status === 'created' || status === 'sent' || status === 'queued') return 'Sent';
  return status.charAt(0).toUpperCase() + status.slice(1);
}

function FailedState({ message, open }: Omit<Props, 'verdict'>) {
  const sendAgain = useSendAgain(open);
  return (
    <div className={classes.state} data-tone="danger">
      <span className={classes.strong}>
        <IconAlertCircle aria-hidden />
        Failed: {reason(open)}
      </span>
      <PlainButton className={classes.action} onClick={() => void sendAgain(message)}>
        Try again
      </PlainButton>
    </div>
  );
}

/** The service does not say why; what is known about the number often does. */
function reason({ contact }: OpenThread) {
  if (contact?.line_type === 'landline') return 'this number is a landline.';
  if (contact?.opted_out) return 'this number has opted out.';
  return 'the carrier did not deliver it.';
}
