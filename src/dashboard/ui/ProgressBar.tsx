import classes from './ProgressBar.module.css';

type Props = {
  /** What progresses. */
  label: string;
  value: number;
  max: number;
  /** The width of what it stands in, instead of that of the header's. */
  wide?: boolean;
};

/** How far something is. */
export function ProgressBar({ label, value, max, wide = false }: Props) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className={classes.bar}
      data-wide={wide || undefined}
    >
      <span className={classes.fill} style={{ width: `${share * 100}%` }} />
    </span>
  );
}
