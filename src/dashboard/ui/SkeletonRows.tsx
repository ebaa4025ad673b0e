import classes from './SkeletonRows.module.css';

type Props = {
  rows?: number;
  /** `conversation` 64 high with an avatar, `table` 40 high. */
  kind: 'conversation' | 'table';
};

/** Still grey bars in the geometry of the rows to come. */
export function SkeletonRows({ rows = 8, kind }: Props) {
  return (
    <div className={classes.rows} data-kind={kind} aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row}>
          {kind === 'conversation' && <i className={classes.face} />}
          <div className={classes.bars}>
            <i className={classes.bar} />
            <i className={classes.bar} />
            {kind === 'table' && <i className={classes.bar} />}
          </div>
        </div>
      ))}
    </div>
  );
}
