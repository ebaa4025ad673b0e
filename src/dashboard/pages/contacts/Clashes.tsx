import classes from './ContactForm.module.css';
import { Button } from '#dashboard/ui/Button.tsx';
import { labels } from './contactValues.ts';
import type { Clash } from './useCarefulSave.ts';

type Props = { clashes: readonly Clash[]; onMine: (clash: Clash) => void; onTheirs: (clash: Clash) => void };

/** What somebody else changed while it was changed here: for each field, what is to stay. */
export function Clashes({ clashes, onMine, onTheirs }: Props) {
  if (clashes.length === 0) return null;
  return (
    <section className={classes.clashes} aria-label="Changed by somebody else meanwhile">
      {clashes.map((clash) => (
        <div key={clash.field} className={classes.clash}>
          <p>
            {labels[clash.field]} is now <bdi className={classes.theirs}>{clash.theirs || 'empty'}</bdi>
          </p>
          <span className={classes.actions}>
            <Button size="xs" onClick={() => onTheirs(clash)}>
              Take theirs
            </Button>
            <Button size="xs" onClick={() => onMine(clash)}>
              Keep mine
            </Button>
          </span>
        </div>
      ))}
    </section>
  );
}
