import { IconAlertTriangle, IconBraces, IconClock } from '@tabler/icons-react';
import { textOf, useDraft } from '#dashboard/lib/drafts.ts';
import { partsOf } from '#dashboard/lib/mergeFields.ts';
import classes from './Composer.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import type { Replacement } from './useReplacement.ts';
import type { OpenThread } from './useThread.ts';

type Props = {
  open: OpenThread;
  obstacle: string | undefined;
  refusal: string | undefined;
  replace: Replacement;
};

/** What has to be known before sending: why it can't be, what it replaces, what merge fields become. */
export function ComposerNotes({ open, obstacle, refusal, replace }: Props) {
  return (
    <>
      {obstacle && <Note tone="warn">{obstacle}</Note>}
      {refusal && <Note tone="warn">{refusal}</Note>}
      {replace.message && (
        <p className={classes.note}>
          <IconClock aria-hidden />
          <span className={classes.grow}>
            Changes a scheduled text, which stays as it is until you schedule this one.
          </span>
          <PlainButton className={classes.action} onClick={replace.stop}>
            Leave as it was
          </PlainButton>
        </p>
      )}
      <FieldPreview open={open} />
    </>
  );
}

const Note = ({ children }: { tone: 'warn'; children: string }) => (
  <p className={classes.note} data-tone="warn" role="status">
    <IconAlertTriangle aria-hidden />
    <span>{children}</span>
  </p>
);

/** The text as this person will read it, while it has merge fields. */
function FieldPreview({ open: { contactId, contact } }: { open: OpenThread }) {
  const text = useDraft(contactId, textOf);
  if (!contact || !text.includes('{{')) return null;
  const parts = partsOf(text, contact);
  if (!parts.some(({ field }) => field)) return null;
  return (
    <p className={classes.preview} aria-label="As they will read it">
      {parts.map(({ text: typed, field }, index) =>
        field ? (
          <span key={index} className={classes.chip} data-missing={field.value === '' || undefined}>
            <IconBraces className="icon-xs" aria-hidden />
            {field.label}: <bdi>{field.value || 'nothing'}</bdi>
          </span>
        ) : (
          <span key={index}>{typed}</span>
        ),
      )}
    </p>
  );
}
