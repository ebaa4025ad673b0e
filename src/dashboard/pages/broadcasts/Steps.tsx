import { IconCheck } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { BroadcastDraft } from '#dashboard/lib/broadcastDrafts.ts';
import classes from './Steps.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { type Step, steps } from './composerState.ts';

type Props = { step: Step; draft: BroadcastDraft; onStep: (step: Step) => void };

/** Where one is among the three steps, and the way to the others. */
export function Steps({ step, draft, onStep }: Props) {
  const done: Record<Step, boolean> = {
    who: draft.groups.length > 0,
    what: draft.text.trim() !== '',
    review: false,
  };
  return (
    <nav className={classes.steps} aria-label="Steps">
      {steps.map(({ value, label }, index) => (
        <Fragment key={value}>
          {index > 0 && <span className={classes.line} aria-hidden />}
          <PlainButton
            className={classes.step}
            aria-current={value === step ? 'step' : undefined}
            data-done={(done[value] && value !== step) || undefined}
            onClick={() => onStep(value)}
          >
            <span className={classes.mark} aria-hidden>
              {done[value] && value !== step ? <IconCheck className="icon-xs" /> : index + 1}
            </span>
            {label}
          </PlainButton>
        </Fragment>
      ))}
    </nav>
  );
}
