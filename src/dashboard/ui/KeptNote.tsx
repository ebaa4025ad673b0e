import classes from './KeptNote.module.css';
import { Button } from './Button.tsx';

type Props = { form: { wasKept: boolean; isChanged: boolean; isOutdated: boolean; discard: () => void } };

/** Over a form: what is in it was typed earlier, or the service has something newer. */
export function KeptNote({ form: { wasKept, isChanged, isOutdated, discard } }: Props) {
  if (!isChanged || !(wasKept || isOutdated)) return null;
  return (
    <p className={classes.note} role="status">
      <span>
        {isOutdated
          ? 'Somebody changed this while you were writing. Saving puts yours in its place.'
          : 'Typed before and not saved yet.'}
      </span>
      <Button variant="subtle" size="xs" onClick={discard}>
        {isOutdated ? 'Show theirs' : 'Discard'}
      </Button>
    </p>
  );
}
