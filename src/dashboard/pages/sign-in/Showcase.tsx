import { IconChecks, IconClock } from '@tabler/icons-react';
import classes from './Showcase.module.css';

/** Beside the form: what working here looks like. Decoration, so hidden from assistive technology. */
export function Showcase() {
  return (
    <div className={classes.ground} aria-hidden>
      <div className={classes.thread}>
        <p className={classes.in}>Is the 6 AM shift at Alpine still open for Saturday?</p>
        <span className={classes.meta}>
          <b>Marcus Bell</b> 2:21 PM
        </span>
        <p className={classes.out}>It is. I have you down for dock 4, Marcus. Bring your card and steel toes.</p>
        <span className={classes.metaOut}>
          2:22 PM <IconChecks className="icon-sm" /> Delivered
        </span>
        <p className={classes.in}>Perfect, see you then</p>
        <span className={classes.meta}>2:22 PM</span>
        <p className={`${classes.out} ${classes.scheduled}`}>Reminder: Saturday 6 AM at Alpine Cold, dock 4.</p>
        <span className={`${classes.metaOut} ${classes.info}`}>
          <IconClock className="icon-sm" /> Sends Fri 5:00 PM · in 4 d 2 h
        </span>
        <div className={classes.toast}>
          <IconClock />
          Reminder to Marcus Bell scheduled
          <span className={classes.undo}>
            Undo <i>6</i>
          </span>
        </div>
      </div>
    </div>
  );
}
