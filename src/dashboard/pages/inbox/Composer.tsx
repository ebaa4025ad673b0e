import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { messageSignatures } from '#dashboard/api/messageSignatures.ts';
import { drafts, useDraft } from '#dashboard/lib/drafts.ts';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import classes from './Composer.module.css';
import { ComposerNotes } from './ComposerNotes.tsx';
import { ComposerPanel, type Panel } from './ComposerPanel.tsx';
import { ComposerTools } from './ComposerTools.tsx';
import { DraftImage } from './DraftImage.tsx';
import { insertAt } from './insertAt.ts';
import { useObstacle } from './useObstacle.ts';
import { usePicture } from './usePicture.ts';
import type { Replacement } from './useReplacement.ts';
import { useSend } from './useSend.ts';
import type { OpenThread } from './useThread.ts';

type Props = { open: OpenThread; replace: Replacement };

/** Where the next text is written. Every word of it is on this device before it is anywhere else. */
export function Composer({ open, replace }: Props) {
  const { contactId } = open;
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(contactId);
  const [panel, setPanel] = useState<Panel>();
  const picture = usePicture(contactId);
  const obstacle = useObstacle(open);
  const { data: signature = null } = useQuery({ ...messageSignatures.active(), enabled: draft.text !== '' });
  const submit = useSend(open);
  useShortcut('r', 'Reply', () => field.current?.focus());

  const isBlank = draft.text.trim() === '' && !draft.file;
  const send = (deliverAt?: string) => {
    if (isBlank || obstacle) return void field.current?.focus();
    submit({
      content: draft.text.trim(),
      ...(draft.file && { file: draft.file }),
      ...(deliverAt && { deliverAt }),
      ...(replace.message && { replaces: replace.message }),
    });
    drafts.clear(contactId);
    replace.done();
    close();
  };
  const close = () => {
    setPanel(undefined);
    field.current?.focus();
  };
  const insert = (text: string) => {
    if (field.current) insertAt(field.current, text, (next) => drafts.write(contactId, next));
    close();
  };
  return (
    <div className={classes.composer} {...picture.dropTarget} data-dropping={picture.isOver || undefined}>
      {panel && (
        <ComposerPanel
          panel={panel}
          open={open}
          replaced={replace.message}
          onClose={close}
          onInsert={insert}
          onSchedule={(at) => send(at.toISOString())}
        />
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
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          } else if (event.key === '/' && draft.text === '') {
            event.preventDefault();
            setPanel('templates');
          } else if (event.key === 'Escape') event.currentTarget.blur();
        }}
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
        isBlank={isBlank}
        panel={panel}
        onPanel={(next) => setPanel(next === panel ? undefined : next)}
        onPicture={picture.choose}
        onSend={() => send()}
      />
    </div>
  );
}
