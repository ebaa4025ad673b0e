import type { Broadcast } from '#contract/broadcasts.ts';
import { REPLY_DAYS } from '#dashboard/api/broadcastTexts.ts';
import { stateOf } from '#dashboard/lib/broadcastState.ts';
import { clock, dayAndTime } from '#dashboard/lib/dates.ts';
import { count } from '#dashboard/lib/numbers.ts';
import classes from './Report.module.css';
import { Button } from '#dashboard/ui/Button.tsx';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import type { Reading } from './useReport.ts';

type Props = { broadcast: Broadcast; reading: Reading; found: number };

/** How complete the report is, and why not more. */
export function ReportProgress({ broadcast, reading, found }: Props) {
  const { far, error, isWhole, knowsMembers, refresh, busy } = reading;
  const of = Math.max(broadcast.total_messages, found);
  return (
    <div className={classes.reading} role="status" aria-label="How complete this is">
      {!isWhole && !error && (
        <progress className={classes.bar} aria-label="Reading the report" value={found} max={of || 1} />
      )}
      <span className={classes.grow}>{error ? `Not all could be read: ${error.message}` : sentence()}</span>
      {error ? (
        <Button size="xs" loading={busy} onClick={refresh}>
          Try again
        </Button>
      ) : (
        isWhole && (
          <PlainButton className={classes.link} disabled={busy} onClick={refresh}>
            {busy ? 'Reading…' : 'Read again'}
          </PlainButton>
        )
      )}
    </div>
  );

  function sentence() {
    const texts = `${count(found)} of ${count(of)} texts found`;
    if (far?.waitsUntil) {
      return `${texts}. This hour’s requests for reading are used; it goes on by itself at ${clock(new Date(far.waitsUntil))}.`;
    }
    if (!far) return 'Reading…';
    if (!far.complete) {
      const back = far.backTo === null ? '' : `, back to ${dayAndTime(new Date(far.backTo))}`;
      return `${texts}: ${count(far.read)} messages of the account are read${back}.`;
    }
    if (stateOf(broadcast) === 'sending') return `Going out: ${texts} so far. It fills by itself.`;
    if (!isWhole) return `${texts}. Reading who was left out…`;
    const whole = found < broadcast.total_messages ? texts : `Complete: all ${count(of)} texts`;
    const left = knowsMembers ? '' : ' Its group is gone, so who was left out is not known.';
    return `${whole}, answers of ${REPLY_DAYS} days, as of ${clock(new Date(far.readAt))} and live since.${left}`;
  }
}
