import type { ComponentProps } from 'react';
import { drafts, fileOf, textOf, useDraft } from '#dashboard/lib/drafts.ts';
import { late } from '#dashboard/ui/late.tsx';
import classes from './Composer.module.css';
import { ComposerNotes } from './ComposerNotes.tsx';
import { ComposerTools } from './ComposerTools.tsx';
import { DraftImage } from './DraftImage.tsx';
import { useComposer } from './useComposer.ts';
import type { Replacement } from './useReplacement.ts';
import type { OpenThread } from './useThread.ts';

const ComposerPanel = late(async () => (await import('./ComposerPanel.tsx')).ComposerPanel);

type Props = { open: OpenThread; replace: Replacement };

/** Where the next text is written. Every word of it is on this device before it is anywhere else. */
export function Composer({ open, replace }: Props) {
  const { contactId } = open;
  const { field, isBlank, panel, setPanel, obstacle, picture, signature, close, send, insert, onKeyDown } = useComposer(
    open,
    replace,
  );
  const file = useDraft(contactId, fileOf);
  return (
    <div className={classes.composer} {...picture.dropTarget} data-dropping={picture.isOver || undefined}>
      {panel && (
        <ComposerPanel
          panel={panel}
          open={open}
          replaced={replace.message}
          onClose={close}
          onInsert={insert}
          onSchedule={send}
        />
      )}
      <ComposerNotes open={open} obstacle={obstacle} refusal={picture.refusal} replace={replace} />
      <Field
        ref={field}
        contactId={contactId}
        placeholder={`Text ${open.called}`}
        onPaste={picture.onPaste}
        onKeyDown={onKeyDown}
      />
      {signature && (
        <p className={classes.signature} title="Appended by the service">
          <bdi>{signature}</bdi>
        </p>
      )}
      {file && <DraftImage file={file} onRemove={() => drafts.attach(contactId, undefined)} />}
      <ComposerTools
        open={open}
        signature={signature}
        obstacle={obstacle}
        isBlank={isBlank}
        panel={panel}
        onPanel={(next) => setPanel(next === panel ? undefined : next)}
        onPicture={picture.choose}
        onSend={() => send()}
      />
    </div>
  );
}

/** The text as it is typed. A key draws this and what counts, nothing around it. */
const Field = ({ contactId, ...props }: { contactId: number } & ComponentProps<'textarea'>) => (
  <textarea
    {...props}
    className={classes.field}
    aria-label="Message"
    rows={1}
    dir="auto"
    value={useDraft(contactId, textOf)}
    onChange={(event) => drafts.write(contactId, event.currentTarget.value)}
  />
);
