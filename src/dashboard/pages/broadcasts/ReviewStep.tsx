import { IconUsersGroup } from '@tabler/icons-react';
import { useEffect } from 'react';
import { type BroadcastDraft } from '#dashboard/lib/broadcastDrafts.ts';
import { clock } from '#dashboard/lib/dates.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { Failed } from '#dashboard/ui/Failed.tsx';
import { ProgressBar } from '#dashboard/ui/ProgressBar.tsx';
import type { ComposerState, Patch } from './composerState.ts';
import classes from './Review.module.css';
import { ReviewList } from './ReviewList.tsx';
import { ReviewPane } from './ReviewPane.tsx';
import { useReview } from './useReview.ts';

type Props = { draft: BroadcastDraft; state: ComposerState; patch: Patch };

/** The third step: exactly who reads what and when, who is left out and why, and what to check before it goes. */
export function ReviewStep({ draft, state, patch }: Props) {
  const reviewed = useReview(draft);
  const { people, progress, review, signature, signatureError } = reviewed;
  const now = useNow(10_000);
  const { refetch, isStale } = people;
  useEffect(() => {
    // Somebody may have opted out since the words were written.
    if (isStale) void refetch();
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the step is opened
  }, []);
  if (draft.groups.length === 0 || draft.text.trim() === '') return <Unfinished draft={draft} patch={patch} />;
  const error = people.error ?? signatureError;
  if (!review && error) {
    return (
      <Failed
        what="The people"
        error={error}
        kept="Your draft is safe on this device."
        retrying={people.isFetching}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!review) return <Reading progress={progress} />;
  const at = draft.at === null ? now : new Date(draft.at);
  return (
    <div className={classes.review}>
      <ReviewList
        draft={draft.key}
        review={review}
        text={draft.text.trim()}
        signature={signature ?? null}
        at={at}
        broadcasts={draft.groups.length}
        state={state}
        patch={patch}
      />
      <ReviewPane draft={draft} reviewed={{ ...reviewed, review }} at={at} now={now} patch={patch} />
    </div>
  );
}

function Unfinished({ draft, patch }: Pick<Props, 'draft' | 'patch'>) {
  const lacksGroup = draft.groups.length === 0;
  return (
    <Blank
      icon={<IconUsersGroup aria-hidden />}
      title={lacksGroup ? 'No group chosen yet' : 'No message yet'}
      actions={
        <Button onClick={() => patch({ step: lacksGroup ? 'who' : 'what' })}>
          {lacksGroup ? 'Choose a group' : 'Write the message'}
        </Button>
      }
    >
      Then you see here what each of them will read.
    </Blank>
  );
}

function Reading({ progress }: { progress: { done: number; of: number; until?: number } | null }) {
  const { done, of, until } = progress ?? { done: 0, of: 0 };
  return (
    <div className={classes.reading} role="status" aria-busy>
      <p>
        Reading who is in it: {count(done)} of {of > 0 ? count(of) : '…'}
      </p>
      <ProgressBar label="Reading the people" value={done} max={Math.max(of, 1)} wide />
      {until !== undefined && (
        <p className={classes.hint}>
          Nearly all requests of this hour are used. It goes on at {clock(new Date(until))}.
        </p>
      )}
    </div>
  );
}
