import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { messageSignatures } from '#dashboard/api/messageSignatures.ts';
import { outbox } from '#dashboard/api/outbox.ts';
import { drafts, isEmpty, useDraft } from '#dashboard/lib/drafts.ts';
import { insertAt } from '#dashboard/lib/insertAt.ts';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import type { Panel } from './ComposerPanel.tsx';
import { useObstacle } from './useObstacle.ts';
import { usePicture } from './usePicture.ts';
import type { Replacement } from './useReplacement.ts';
import { useSend } from './useSend.ts';
import type { OpenThread } from './useThread.ts';

/** What the composer holds and what can be done with it. */
export function useComposer(open: OpenThread, replace: Replacement) {
  const { contactId } = open;
  const field = useRef<HTMLTextAreaElement>(null);
  const isBlank = useDraft(contactId, isEmpty);
  const hasText = useDraft(contactId, ({ text }) => text.trim() !== '');
  const [panel, setPanel] = useState<Panel>();
  const obstacle = useObstacle(open);
  const picture = usePicture(contactId);
  const { data: active = null } = useQuery({ ...messageSignatures.active(), enabled: hasText });
  const signature = hasText ? active : null;
  const submit = useSend(open);
  // Who goes on to somebody else has finished for now.
  useEffect(() => drafts.saveAll, []);
  useShortcut('r', 'Reply', () => field.current?.focus());
  useShortcut('t', 'Reply with a template', () => setPanel('templates'));
  useShortcut('s', 'Schedule what is written', () => {
    if (!isBlank && !obstacle) setPanel('schedule');
  });

  const close = () => {
    setPanel(undefined);
    field.current?.focus();
  };
  /** With nothing new to send, Send means the text above it that did not go out. */
  const tryLastAgain = () => {
    const last = open.outgoing.at(-1);
    if (last?.state === 'refused') void outbox.retry(last.key);
  };
  const send = (at?: Date) => {
    close();
    if (obstacle) return;
    const draft = drafts.get(contactId);
    if (isEmpty(draft)) return tryLastAgain();
    submit({
      content: draft.text.trim(),
      ...(draft.file && { file: draft.file }),
      ...(at && { deliverAt: at.toISOString() }),
      ...(replace.message && { replaces: replace.message }),
    });
    drafts.clear(contactId);
    replace.done();
  };
  const insert = (text: string) => {
    if (field.current) insertAt(field.current, text, (next) => drafts.write(contactId, next));
    close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') return event.currentTarget.blur();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    else if (event.key === '/' && beginsLine(event.currentTarget)) setPanel('templates');
    else return;
    event.preventDefault();
  };
  return { field, isBlank, panel, setPanel, obstacle, picture, signature, close, send, insert, onKeyDown };
}

/** Whether the caret stands where a line begins: there a slash is no part of a sentence. */
const beginsLine = ({ value, selectionStart }: HTMLTextAreaElement) =>
  selectionStart === 0 || value[selectionStart - 1] === '\n';
