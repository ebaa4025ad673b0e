import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { absolute, countdown, dayAndTime, instant } from '#dashboard/lib/dates.ts';
import { chosenTime, localField, presets } from '#dashboard/lib/schedule.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import classes from './ComposerPanel.module.css';
import { useFocusFirst } from './useFocusFirst.ts';

type Props = {
  /** When the text goes out that is being changed. */
  was: string | null;
  onSchedule: (at: Date) => void;
  onCancel: () => void;
};

const zone = () =>
  new Intl.DateTimeFormat(undefined, { timeZoneName: 'long' })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When the text goes out: a quick choice or an exact one, in the reader's zone. */
export function SchedulePicker({ was, onSchedule, onCancel }: Props) {
  const first = useFocusFirst<HTMLInputElement>();
  const now = useNow(1_000);
  const before = instant(was);
  const [field, setField] = useState(() => localField(before ?? presets(new Date())[0]?.at ?? new Date()));
  const [tried, setTried] = useState(false);
  const chosen = chosenTime(field, now);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (chosen.at) onSchedule(chosen.at);
      }}
    >
      <div className={classes.presets} role="group" aria-label="Quick choices">
        {presets(now).map(({ label, at }) => (
          <UnstyledButton key={label} className={`${classes.option} ${classes.choice}`} onClick={() => onSchedule(at)}>
            <span>{label}</span>
            <span className="figures">{dayAndTime(at, now)}</span>
          </UnstyledButton>
        ))}
      </div>
      <TextInput
        type="datetime-local"
        label="When"
        ref={first}
        min={localField(now)}
        value={field}
        onChange={(event) => setField(event.currentTarget.value)}
        error={tried || field === '' ? chosen.refusal : undefined}
        description={
          chosen.at ? `${chosen.note ?? absolute(chosen.at)}, in ${countdown(chosen.at, now)}` : `Your time: ${zone()}`
        }
      />
      <div className={classes.actions}>
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
        <Button variant="filled" type="submit">
          Schedule
        </Button>
      </div>
    </form>
  );
}
