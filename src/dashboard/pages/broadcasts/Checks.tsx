import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import { Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconBraces, IconCircleCheck, IconCopy, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type BroadcastDraft, broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { aroundMissing } from '#dashboard/lib/review.ts';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { isAccepted } from './acceptance.ts';
import { QuietCheck } from './QuietCheck.tsx';
import classes from './Review.module.css';
import type { Reviewed } from './ReviewPane.tsx';

type Props = {
  draft: BroadcastDraft;
  reviewed: Reviewed;
  at: Date;
  now: Date;
  onShow: (show: string) => void;
};

/** What to look at before it goes; some of it has to be accepted. */
export function Checks({ draft, reviewed: { review, notes }, at, now, onShow }: Props) {
  const others = notes.filter(({ kind }) => kind !== 'field');
  return (
    <section className={classes.section}>
      <h2>Check before it goes</h2>
      <div className={classes.checks}>
        {review.missing.map(({ name, label, people }) => (
          <Check
            key={name}
            icon={IconBraces}
            draft={draft}
            accept={`missing ${name} ${people}`}
            see={people}
            onSee={() => onShow(`missing:${name}`)}
          >
            <b>
              {plural(people, 'person has', 'people have')} no {label.toLowerCase()}.
            </b>{' '}
            They read “{aroundMissing(draft.text, name)}”.
          </Check>
        ))}
        {review.repeated > 0 && (
          <Check
            icon={IconCopy}
            draft={draft}
            accept={`repeated ${review.repeated}`}
            see={review.repeated}
            onSee={() => onShow('repeated')}
          >
            <b>{plural(review.repeated, 'person is', 'people are')} in more than one of these groups</b> and get it more
            than once.
          </Check>
        )}
        {notes
          .filter(({ kind }) => kind === 'field')
          .map(({ says }) => (
            <Check key={says} icon={IconBraces} draft={draft} accept={`field ${says}`}>
              {says}
            </Check>
          ))}
        <QuietCheck draft={draft} review={review} at={at} now={now} onShow={onShow} />
        {others.map(({ kind, says }) => (
          <div key={kind} className={classes.check}>
            <IconAlertTriangle aria-hidden />
            <div>{says}</div>
          </div>
        ))}
        {others.length === 0 && (
          <div className={classes.check} data-tone="neutral">
            <IconCircleCheck aria-hidden />
            <div>Wording: says how to stop, no short links, no shouting.</div>
          </div>
        )}
      </div>
    </section>
  );
}

type CheckProps = {
  icon: TablerIcon;
  draft: BroadcastDraft;
  /** What is accepted by the tick. */
  accept: string;
  see?: number;
  onSee?: () => void;
  children: ReactNode;
};

function Check({ icon: Icon, draft, accept, see, onSee, children }: CheckProps) {
  const others = draft.accepted.filter((name) => name !== accept);
  return (
    <div className={classes.check}>
      <Icon aria-hidden />
      <div>
        {children}
        <Checkbox
          className={classes.accept ?? ''}
          label="Send to them as it is"
          checked={isAccepted(draft, accept)}
          onChange={(event) =>
            broadcastDrafts.change(draft.key, { accepted: event.currentTarget.checked ? [...others, accept] : others })
          }
        />
        {onSee && (
          <div className={classes.ways}>
            <PlainButton className={classes.link} onClick={onSee}>
              See the {see}
            </PlainButton>
          </div>
        )}
      </div>
    </div>
  );
}
