import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { type BroadcastDraft, useBroadcastDraft } from '#dashboard/lib/broadcastDrafts.ts';
import { clock } from '#dashboard/lib/dates.ts';
import { withFieldNames } from '#dashboard/lib/mergeFields.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { late } from '#dashboard/ui/late.tsx';
import classes from './Composer.module.css';
import type { ComposerState, Patch } from './composerState.ts';
import { OnItsWay } from './OnItsWay.tsx';
import { Steps } from './Steps.tsx';
import { useDispatches } from './useDispatches.ts';
import { WhatStep } from './WhatStep.tsx';
import { WhoStep } from './WhoStep.tsx';

const ReviewStep = late(async () => (await import('./ReviewStep.tsx')).ReviewStep);

type Props = { draftKey: string; state: ComposerState; patch: Patch };

/** One broadcast in the making: its title row and the step that the address names. */
export function Composer({ draftKey, state, patch }: Props) {
  const draft = useBroadcastDraft(draftKey);
  const dispatches = useDispatches();
  const title = titleOf(draft);
  useTitle(`${title} · Broadcasts`);
  // A draft is forgotten once it has gone; its groups are known as long as some of them are still to get it.
  const isTaken = (group: number) => draft.groups.length === 0 || draft.groups.some(({ id }) => id === group);
  const taken = dispatches.filter((row) => row.draft === draftKey && isTaken(row.group));
  const onItsWay = taken.length > 0;
  // By the time somebody comes to the last step, it is here.
  useEffect(() => void ReviewStep.fetch(), []);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <IconButton component={Link} to={paths.broadcasts()} aria-label="Back to broadcasts">
          <IconArrowLeft aria-hidden />
        </IconButton>
        <h1 className={`${classes.title} one-line`} dir="auto">
          {title}
        </h1>
        {draft.savedAt > 0 && !onItsWay && (
          <span className={classes.saved}>
            <IconCheck className="icon-sm" aria-hidden />
            Draft saved {clock(new Date(draft.savedAt))}
          </span>
        )}
        {!onItsWay && <Steps step={state.step} draft={draft} onStep={(step) => patch({ step })} />}
      </header>
      {onItsWay ? (
        <OnItsWay rows={taken} />
      ) : (
        <>
          {state.step === 'who' && <WhoStep draft={draft} onNext={() => patch({ step: 'what' })} />}
          {state.step === 'what' && <WhatStep draft={draft} onNext={() => patch({ step: 'review' })} />}
          {state.step === 'review' && (
            <ReviewStep
              draft={draft}
              state={state}
              patch={patch}
              fallback={<div className={classes.body} aria-busy />}
            />
          )}
        </>
      )}
    </div>
  );
}

/** What a broadcast without a name is called: its first words. */
export function titleOf({ text, groups }: Pick<BroadcastDraft, 'text' | 'groups'>): string {
  const words = withFieldNames(text.slice(0, 200)).replace(/\s+/g, ' ').trim();
  if (words) return words.length > 60 ? `${words.slice(0, 60)}…` : words;
  return groups[0] ? `Broadcast to ${groups[0].name}` : 'New broadcast';
}
