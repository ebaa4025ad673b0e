import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { absolute, countdown, dayAndTime, instant } from '#dashboard/lib/dates.ts';
import { zonesOf } from '#dashboard/lib/phoneZones.ts';
import { isQuiet } from '#dashboard/lib/quietHours.ts';
import { chosenTime, localField, presets, theirClock } from '#dashboard/lib/schedule.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { clockIn, exactMark, ownZone, zoneMark, zoneName } from '#dashboard/lib/zonedTime.ts';
import classes from './ComposerPanel.module.css';
import { Button } from '#dashboard/ui/Button.tsx';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { useFocusFirst } from './useFocusFirst.ts';

type Props = {
  /** When the text goes out that is being changed. */
  was: string | null;
  /** Whose clock counts too. */
  phone: string;
  onSchedule: (at: Date) => void;
  onCancel: () => void;
};

/** When the text goes out: a quick choice or an exact one, on both clocks. */
export function SchedulePicker({ was, phone, onSchedule, onCancel }: Props) {
  const first = useFocusFirst<HTMLInputElement>();
  const now = useNow(1_000);
  const before = instant(was);
  const [field, setField] = useState(() => localField(before ?? presets(new Date())[0]?.at ?? new Date()));
  const [isSecond, setSecond] = useState(false);
  const [tried, setTried] = useState(false);
  const chosen = chosenTime(field, now);
  const at = chosen.at && isSecond && chosen.other ? chosen.other : chosen.at;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (at) onSchedule(at);
      }}
    >
      <Presets now={now} phone={phone} onSchedule={onSchedule} />
      <TextInput
        type="datetime-local"
        label="When"
        ref={first}
        min={localField(now)}
        value={field}
        onChange={(event) => {
          setField(event.currentTarget.value);
          setSecond(false);
        }}
        error={tried || field === '' ? chosen.refusal : undefined}
        description={at ? `${absolute(at)}, in ${countdown(at, now)}` : `Your time: ${zoneName(ownZone())}`}
      />
      {chosen.at && chosen.note && <p className={classes.explains}>{chosen.note}</p>}
      {chosen.at && chosen.other && (
        <div className={classes.twice} role="group" aria-label="Which of the two">
          {[chosen.at, chosen.other].map((each, index) => (
            <Button
              key={each.toISOString()}
              size="xs"
              aria-pressed={isSecond === (index === 1)}
              onClick={() => setSecond(index === 1)}
            >
              {clockIn(each, ownZone())} {exactMark(ownZone(), each)}
            </Button>
          ))}
        </div>
      )}
      {at && <Theirs at={at} phone={phone} />}
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

function Presets({ now, phone, onSchedule }: Pick<Props, 'phone' | 'onSchedule'> & { now: Date }) {
  const [zone] = zonesOf(phone);
  return (
    <div className={classes.presets} role="group" aria-label="Quick choices">
      {presets(now).map(({ label, at }) => (
        <PlainButton key={label} className={`${classes.option} ${classes.choice}`} onClick={() => onSchedule(at)}>
          <span>{label}</span>
          <span className="figures">
            {dayAndTime(at, now)}
            {zone && theirClock(at, zone) && ` · ${clockIn(at, zone)} ${zoneMark(zone, at)}`}
          </span>
        </PlainButton>
      ))}
    </div>
  );
}

/** What their clock says then, by the area of their number, and whether that is an hour to text at. */
function Theirs({ at, phone }: { at: Date; phone: string }) {
  const zones = zonesOf(phone);
  const [zone] = zones;
  if (!zone) return null;
  const there = theirClock(at, zone);
  return (
    <>
      {there && (
        <p className={classes.explains}>
          For them it is {there}
          {zones.length > 1 && ', or near it'}, going by their number.
        </p>
      )}
      {isQuiet(at, zone) && (
        <p className={classes.explains} data-tone="warn">
          {there ? 'That is' : 'This is'} outside of 9 AM to 8 PM for them (Sundays noon to 8 PM). An answer they wait
          for is fine; anything else should wait.
        </p>
      )}
    </>
  );
}
