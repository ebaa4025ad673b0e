import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { Modal, Radio, Select, TextInput } from '@mantine/core';
import '@mantine/core/styles/Radio.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { Button } from '#dashboard/ui/Button.tsx';
import '#dashboard/ui/overlays.ts';
import { useState } from 'react';
import { type BroadcastDraft, broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import type { Recipient } from '#dashboard/lib/review.ts';
import { presets } from '#dashboard/lib/schedule.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { wallOf } from '#dashboard/lib/zonedTime.ts';
import classes from './ScheduleDialog.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { useSendTime } from './useSendTime.ts';
import { ZoneTimes } from './ZoneTimes.tsx';

type Props = { draft: BroadcastDraft; reached: readonly Recipient[]; onClose: () => void };

/** When a draft goes out. */
export function ScheduleDialog({ draft, reached, onClose }: Props) {
  return (
    <WhenDialog
      was={draft.at === null ? null : new Date(draft.at)}
      reached={reached}
      action="Set the time"
      onClose={onClose}
      onChoose={(at) => {
        broadcastDrafts.change(draft.key, { at: at.toISOString() });
        onClose();
      }}
    />
  );
}

type WhenProps = {
  was: Date | null;
  reached: readonly Recipient[];
  action: string;
  onClose: () => void;
  onChoose: (at: Date) => void;
};

/** A quick choice or an exact time, in the reader's zone or in one of those who get it. */
export function WhenDialog({ was, reached, action, onClose, onChoose }: WhenProps) {
  const now = useNow(1_000);
  const when = useSendTime(was, reached, now);
  const [tried, setTried] = useState(false);
  const { chosen } = when;
  return (
    <Modal opened onClose={onClose} title="When it goes out" withCloseButton={false}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (chosen.at) onChoose(chosen.at);
        }}
      >
        <Presets now={now} onPick={(at) => when.setField(wallOf(at, when.zone))} />
        <div className={classes.exact}>
          <TextInput
            type="datetime-local"
            label="When"
            data-autofocus
            value={when.field}
            onChange={(event) => when.setField(event.currentTarget.value)}
            error={tried || when.field === '' ? chosen.refusal : undefined}
          />
          <Select
            label="In whose time"
            data={when.zones}
            value={when.zone}
            allowDeselect={false}
            onChange={(zone) => zone && when.setZone(zone)}
          />
        </div>
        <Question when={when} unanswered={tried && !when.side} />
        {chosen.at && <ZoneTimes at={chosen.at} now={now} reached={reached} />}
        <div className={classes.actions}>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="filled" type="submit">
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const Presets = ({ now, onPick }: { now: Date; onPick: (at: Date) => void }) => (
  <div className={classes.presets} role="group" aria-label="Quick choices">
    {presets(now).map(({ label, at }) => (
      <PlainButton key={label} className={classes.preset} onClick={() => onPick(at)}>
        <span>{label}</span>
        <span className="figures">{dayAndTime(at, now)}</span>
      </PlainButton>
    ))}
  </div>
);

/** Asked where the clocks change: the time does not exist on that day, or comes twice. */
function Question({ when, unanswered }: { when: ReturnType<typeof useSendTime>; unanswered: boolean }) {
  if (!when.question) return null;
  return (
    <Radio.Group
      label={when.question.says}
      value={when.side ?? null}
      onChange={(side) => when.setSide(side === 'earlier' ? 'earlier' : 'later')}
      error={unanswered ? 'Choose one of the two.' : undefined}
    >
      <div className={classes.choices}>
        {when.question.choices.map(({ side, label }) => (
          <Radio key={side} value={side} label={label} />
        ))}
      </div>
    </Radio.Group>
  );
}
