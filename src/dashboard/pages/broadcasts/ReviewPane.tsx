import { IconBan, IconHandStop, IconHash, IconPhoneOff, type TablerIcon } from '@tabler/icons-react';
import { useState } from 'react';
import type { BroadcastDraft } from '#dashboard/lib/broadcastDrafts.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import { type LeftOut, type Reason, reasons, type Review } from '#dashboard/lib/review.ts';
import { inHowLong, inUtc } from '#dashboard/lib/sendTime.ts';
import { ownZone, zoneMark } from '#dashboard/lib/zonedTime.ts';
import { late } from '#dashboard/ui/late.tsx';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { Checks } from './Checks.tsx';
import type { Patch } from './composerState.ts';
import classes from './Review.module.css';
import { reasonWords } from './reviewRows.ts';
import { SendActions } from './SendActions.tsx';
import type { useReview } from './useReview.ts';
import { useSender } from './useSender.ts';

const ScheduleDialog = late(async () => (await import('./ScheduleDialog.tsx')).ScheduleDialog);

export type Reviewed = ReturnType<typeof useReview> & { review: Review };
type Props = { draft: BroadcastDraft; reviewed: Reviewed; at: Date; now: Date; patch: Patch };

/** What the broadcast comes to: to whom, from whom, when, who is left out, what to check, and the buttons. */
export function ReviewPane({ draft, reviewed, at, now, patch }: Props) {
  const [choosing, setChoosing] = useState(false);
  const { review } = reviewed;
  const onShow = (show: string) => patch({ show, q: '' });
  return (
    <aside className={classes.pane} aria-label="Before it goes">
      <div className={classes.scroll}>
        <Facts draft={draft} review={review} at={at} now={now} onChange={() => setChoosing(true)} />
        {review.leftOut.length > 0 && <LeftOutReasons leftOut={review.leftOut} onShow={onShow} />}
        <Checks draft={draft} reviewed={reviewed} at={at} now={now} onShow={onShow} />
      </div>
      <SendActions draft={draft} reviewed={reviewed} now={now} onSchedule={() => setChoosing(true)} />
      {choosing && <ScheduleDialog draft={draft} reached={review.reached} onClose={() => setChoosing(false)} />}
    </aside>
  );
}

type FactsProps = { draft: BroadcastDraft; review: Review; at: Date; now: Date; onChange: () => void };

function Facts({ draft, review, at, now, onChange }: FactsProps) {
  const sender = useSender(draft);
  const people = review.reached.length + review.leftOut.length;
  return (
    <section className={classes.section} aria-label="What it is">
      <dl className={classes.facts}>
        <dt>To</dt>
        <dd>
          <bdi>{draft.groups.map(({ name }) => name).join(', ')}</bdi>{' '}
          <span className={`${classes.dimmed} figures`}>{plural(people, 'person', 'people')}</span>
        </dd>
        <dt>From</dt>
        <dd>
          <bdi>{sender?.name ?? 'You'}</bdi>
        </dd>
        <dt>Goes out</dt>
        <dd className="figures">
          {draft.at === null ? (
            <>
              When you press Send{' '}
              <PlainButton className={classes.link} onClick={onChange}>
                Choose a time
              </PlainButton>
            </>
          ) : (
            <>
              {dayAndTime(at, now)} {zoneMark(ownZone(), at)} <span className={classes.info}>{inHowLong(at, now)}</span>
              <br />
              <span className={classes.dimmed}>{inUtc(at)}</span>{' '}
              <PlainButton className={classes.link} onClick={onChange}>
                Change
              </PlainButton>
            </>
          )}
        </dd>
      </dl>
    </section>
  );
}

const icons: Record<Reason, TablerIcon> = {
  opted_out: IconHandStop,
  landline: IconPhoneOff,
  blocked: IconBan,
  invalid: IconHash,
};

function LeftOutReasons({ leftOut, onShow }: { leftOut: readonly LeftOut[]; onShow: (show: string) => void }) {
  const found = reasons
    .map((reason) => ({ reason, people: leftOut.filter((each) => each.reason === reason).length }))
    .filter(({ people }) => people > 0);
  return (
    <section className={classes.section}>
      <h2>{leftOut.length === 1 ? '1 is left out' : `${count(leftOut.length)} are left out`}</h2>
      <ul className={classes.reasons} aria-label="Left out">
        {found.map(({ reason, people }) => {
          const Icon = icons[reason];
          return (
            <li key={reason}>
              <Icon aria-hidden />
              <span>{reasonWords[reason]}</span>
              <span className="figures">{count(people)}</span>
              <PlainButton
                className={classes.link}
                aria-label={`See ${reasonWords[reason].toLowerCase()}`}
                onClick={() => onShow(`left:${reason}`)}
              >
                See
              </PlainButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
