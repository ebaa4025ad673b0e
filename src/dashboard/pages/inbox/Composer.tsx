import { lazy, Suspense } from 'react';
import { drafts, isEmpty } from '#dashboard/lib/drafts.ts';
import classes from './Composer.module.css';
import { ComposerNotes } from './ComposerNotes.tsx';
import { ComposerTools } from './ComposerTools.tsx';
import { DraftImage } from './DraftImage.tsx';
import { useComposer } from './useComposer.ts';
import type { Replacement } from './useReplacement.ts';
import type { OpenThread } from './useThread.ts';

const ComposerPanel = lazy(async () => ({ default: (await import('./ComposerPanel.tsx')).ComposerPanel }));

type Props = { open: OpenThread; replace: Replacement };

/** Where the next text is written. Every word of it is on this device before it is anywhere else. */
export function Composer({ open, replace }: Props) {
  const { contactId } = open;
  const { field, draft, panel, setPanel, obstacle, picture, signature, close, send, insert, onKeyDown } = useComposer(
    open,
    replace,
  );
  return (
    <div className={classes.composer} {...picture.dropTarget} data-dropping={picture.isOver || undefined}>
      {panel && (
        <Suspense>
          <ComposerPanel
            panel={panel}
            open={open}
            replaced={replace.message}
            onClose={close}
            onInsert={insert}
            onSchedule={send}
          />
        </Suspense>
      )}
      <ComposerNotes open={open} draft={draft} obstacle={obstacle} refusal={picture.refusal} replace={replace} />
      <textarea
        ref={field}
        className={classes.field}
        aria-label="Message"
        placeholder={`Text ${open.called}`}
        rows={1}
        dir="auto"
        value={draft.text}
        onChange={(event) => drafts.write(contactId, event.currentTarget.value)}
        onPaste={picture.onPaste}
        onKeyDown={onKeyDown}
      />
      {signature && draft.text.trim() !== '' && (
        <p className={classes.signature} title="Appended by the service">
          <bdi>{signature}</bdi>
        </p>
      )}
      {draft.file && <DraftImage file={draft.file} onRemove={() => drafts.attach(contactId, undefined)} />}
      <ComposerTools
        open={open}
        text={draft.text}
        signature={signature}
        obstacle={obstacle}
        isBlank={isEmpty(draft)}
        panel={panel}
        onPanel={(next) => setPanel(next === panel ? undefined : next)}
        onPicture={picture.choose}
        onSend={() => send()}
      />
    </div>
  );
}
