import { useEffect, useRef } from 'react';
import type { Message } from '#contract/messages.ts';
import { late } from '#dashboard/ui/late.tsx';
import classes from './ComposerPanel.module.css';
import { FieldPicker } from './FieldPicker.tsx';
import type { OpenThread } from './useThread.ts';

export type Panel = 'templates' | 'fields' | 'schedule';

const titles: Record<Panel, string> = {
  templates: 'Insert template',
  fields: 'Insert merge field',
  schedule: 'Schedule text',
};

const SchedulePicker = late(async () => (await import('./SchedulePicker.tsx')).SchedulePicker);
const TemplatePicker = late(async () => (await import('./TemplatePicker.tsx')).TemplatePicker);

const loading = <p className={classes.hint}>Loading…</p>;

type Props = {
  panel: Panel;
  open: OpenThread;
  replaced: Message | undefined;
  onClose: () => void;
  onInsert: (text: string) => void;
  onSchedule: (at: Date) => void;
};

/** What floats over the composer. Escape and a click elsewhere close it; the focus goes back to the text. */
export function ComposerPanel({ panel, open, replaced, onClose, onInsert, onSchedule }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      const isInside = target instanceof Node && box.current?.parentElement?.contains(target);
      if (!isInside) close.current();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, wherever in it the focus is
    <div
      ref={box}
      className={classes.panel}
      role="dialog"
      aria-label={titles[panel]}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {panel === 'templates' && <TemplatePicker contact={open.contact} onPick={onInsert} fallback={loading} />}
      {panel === 'fields' && <FieldPicker contact={open.contact} onPick={onInsert} />}
      {panel === 'schedule' && (
        <SchedulePicker
          was={replaced?.deliver_at ?? null}
          phone={open.phone}
          onSchedule={onSchedule}
          onCancel={onClose}
          fallback={loading}
        />
      )}
    </div>
  );
}
