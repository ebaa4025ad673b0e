import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { Textarea } from '@mantine/core';
import { useRef } from 'react';
import { limits } from '#contract/common.ts';
import { type BroadcastDraft, broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import type { Review } from '#dashboard/lib/review.ts';
import classes from './Composer.module.css';
import { Button } from '#dashboard/ui/Button.tsx';
import { FieldMenu } from './FieldMenu.tsx';
import { Samples } from './Samples.tsx';
import { TemplateMenu } from './TemplateMenu.tsx';
import { useReview } from './useReview.ts';
import { WordingNotes } from './WordingNotes.tsx';

type Props = { draft: BroadcastDraft; onNext: () => void };

/** The second step: the words, and what they become for the people in the group. */
export function WhatStep({ draft, onNext }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { review, notes, signature, progress } = useReview(draft);
  const change = (text: string, fromTemplate = draft.fromTemplate) =>
    broadcastDrafts.change(draft.key, { text, fromTemplate });
  const blank = draft.text.trim() === '';
  const tooLong = draft.text.length > limits.messageLength;
  return (
    <form
      className={classes.body}
      onSubmit={(event) => {
        event.preventDefault();
        if (!blank && !tooLong) onNext();
      }}
    >
      <div className={classes.columns}>
        <div className={classes.form}>
          <Textarea
            ref={field}
            label="Message"
            minRows={5}
            dir="auto"
            value={draft.text}
            onChange={(event) => change(event.currentTarget.value)}
            error={
              tooLong
                ? `This is ${count(draft.text.length)} characters; ${count(limits.messageLength)} fit.`
                : undefined
            }
            description={signature ? <>Signed “{signature}”</> : undefined}
          />
          <div className={classes.tools}>
            <TemplateMenu onPick={(text) => insert(field.current, text, (next) => change(next, true))} />
            <FieldMenu onPick={(tag) => insert(field.current, tag, (next) => change(next))} />
            <Meter review={review} blank={blank} progress={progress} />
          </div>
          {!blank && <WordingNotes notes={notes} />}
          <div className={classes.actions}>
            <Button variant="filled" size="md" type="submit" disabled={blank || tooLong}>
              Review
            </Button>
            {blank && <p className={classes.hint}>Write the message first.</p>}
          </div>
        </div>
        {!blank && <Samples review={review} text={draft.text.trim()} signature={signature ?? null} />}
      </div>
    </form>
  );
}

type MeterProps = {
  review: Review | undefined;
  blank: boolean;
  progress: { done: number; of: number } | null;
};

/** Segments of the longest rendering, times people. */
function Meter({ review, blank, progress }: MeterProps) {
  if (blank) return null;
  if (!review) {
    return (
      <span className={classes.meter}>{progress && `Reading ${count(progress.done)} of ${count(progress.of)}`}</span>
    );
  }
  const worst = review.bySegments.at(-1)?.[0] ?? 0;
  return (
    <span className={classes.meter} role="status" title={`${plural(review.segments, 'segment')} in all`}>
      {plural(worst, 'segment')} × {plural(review.texts, 'person', 'people')}, at most {count(worst * review.texts)}
    </span>
  );
}

/** Puts text where the caret is and leaves the caret behind it. */
function insert(field: HTMLTextAreaElement | null, text: string, write: (next: string) => void) {
  if (!field) return;
  const { selectionStart: from, selectionEnd: to, value } = field;
  write(value.slice(0, from) + text + value.slice(to));
  const caret = from + text.length;
  // The field gets its new text when React has drawn it, and the focus when the menu has closed.
  setTimeout(() => {
    field.focus();
    field.setSelectionRange(caret, caret);
  });
}
