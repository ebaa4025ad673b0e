import { useState } from 'react';
import { TEXTS_AT_MOST } from '#dashboard/api/overview.ts';
import { dayName, weekdayName } from '#dashboard/lib/dates.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import type { DayCount } from '#dashboard/lib/perDay.ts';
import classes from './DaysChart.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';

/** `complete`: all of the week was counted; undefined while that is going on. */
type Props = { days: readonly DayCount[]; complete: boolean | undefined };

/** Texts of the last seven days, as bars or as a table. */
export function DaysChart({ days, complete }: Props) {
  const [asTable, setAsTable] = useState(false);
  const most = Math.max(1, ...days.map(({ received, sent }) => received + sent));
  const counted = complete !== undefined;
  const total = days.reduce((sum, { received, sent }) => sum + received + sent, 0);
  return (
    <section className={classes.chart} aria-labelledby="days-title">
      <header className={classes.head}>
        <h2 id="days-title">Texts per day</h2>
        <span className={classes.key} data-of="received">
          Received
        </span>
        <span className={classes.key} data-of="sent">
          Sent
        </span>
        <PlainButton className={classes.switch} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as a chart' : 'Show as a table'}
        </PlainButton>
      </header>
      {asTable ? (
        <DaysTable days={days} />
      ) : (
        <div
          className={classes.bars}
          role="img"
          aria-label={
            counted ? `${plural(total, 'text')} in seven days. The table has the numbers of each day.` : 'Counting…'
          }
        >
          {days.map(({ date, received, sent, counted }) => (
            <div
              key={date.getTime()}
              className={classes.day}
              title={`${dayName(date)}: ${shown(received, counted)} received, ${shown(sent, counted)} sent`}
            >
              <span className={`${classes.sum} figures`}>{shown(received + sent, counted)}</span>
              <span className={classes.bar} data-of="sent" style={{ flexGrow: sent / most }} />
              <span className={classes.bar} data-of="received" style={{ flexGrow: received / most }} />
              <span className={classes.space} style={{ flexGrow: 1 - (received + sent) / most }} />
              <span className={classes.name}>{weekdayName(date)}</span>
            </div>
          ))}
        </div>
      )}
      {complete === false && (
        <p className={classes.note}>
          The newest {count(TEXTS_AT_MOST)} texts are counted here, which do not reach back over seven days.
        </p>
      )}
    </section>
  );
}

const shown = (texts: number, counted: DayCount['counted']) =>
  counted === 'none' ? '–' : `${count(texts)}${counted === 'part' ? '+' : ''}`;

const DaysTable = ({ days }: Pick<Props, 'days'>) => (
  <table className={classes.table} aria-label="Texts per day">
    <thead>
      <tr>
        <th scope="col">Day</th>
        <th scope="col">Received</th>
        <th scope="col">Sent</th>
      </tr>
    </thead>
    <tbody>
      {days.map(({ date, received, sent, counted }) => (
        <tr key={date.getTime()}>
          <th scope="row">
            {weekdayName(date)}, {dayName(date)}
          </th>
          <td className="figures">{shown(received, counted)}</td>
          <td className="figures">{shown(sent, counted)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
