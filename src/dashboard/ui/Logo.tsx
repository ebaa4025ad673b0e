import classes from './Logo.module.css';

/** The mark of Switchboard; its name stands beside it. */
export function Logo({ size = 'md' }: { size?: 'md' | 'lg' }) {
  return (
    <span className={classes.logo} data-size={size} aria-hidden>
      <svg viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round">
        <circle cx="3" cy="3.2" r="1.6" fill="currentColor" stroke="none" />
        <circle cx="11" cy="10.8" r="1.6" fill="currentColor" stroke="none" />
        <path d="M3 3.2c0 5 8 2.6 8 7.6" />
        <circle cx="11" cy="3.2" r="1" />
        <circle cx="3" cy="10.8" r="1" />
      </svg>
    </span>
  );
}
