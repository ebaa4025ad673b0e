import type { ReactNode } from 'react';
import classes from './ContactPage.module.css';

/** One part of what is known of a person. */
export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={classes.section} aria-label={title}>
    <h2 className={classes.heading}>{title}</h2>
    {children}
  </section>
);
