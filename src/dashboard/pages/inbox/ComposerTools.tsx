import { ActionIcon, Button } from '@mantine/core';
import { IconBraces, IconClock, IconPhoto, IconTemplate } from '@tabler/icons-react';
import { useRef } from 'react';
import { drafts } from '#dashboard/lib/drafts.ts';
import { useSegments } from '#dashboard/lib/useSegments.ts';
import { SegmentMeter, SegmentNote } from '#dashboard/ui/SegmentMeter.tsx';
import classes from './Composer.module.css';
import type { Panel } from './ComposerPanel.tsx';
import { ACCEPTED } from './usePicture.ts';
import type { OpenThread } from './useThread.ts';

type Props = {
  open: OpenThread;
  text: string;
  signature: string | null;
  obstacle: string | undefined;
  isBlank: boolean;
  panel: Panel | undefined;
  onPanel: (panel: Panel) => void;
  onPicture: (file: File | null | undefined) => void;
  onSend: () => void;
};

/** What can be put into the text, what it will cost, and the ways to send it. */
export function ComposerTools(props: Props) {
  const { open, text, signature, obstacle, isBlank, panel, onPanel, onPicture, onSend } = props;
  const file = useRef<HTMLInputElement>(null);
  const segments = useSegments(text, open.contact, signature);
  return (
    <>
      <SegmentNote
        segments={segments}
        onReplace={(toPlain) => drafts.write(open.contactId, toPlain(drafts.get(open.contactId).text))}
      />
      <div className={classes.tools}>
        <Tool label="Insert template" hint="/" isOpen={panel === 'templates'} onClick={() => onPanel('templates')}>
          <IconTemplate className="icon-lg" aria-hidden />
        </Tool>
        <Tool label="Insert merge field" isOpen={panel === 'fields'} onClick={() => onPanel('fields')}>
          <IconBraces className="icon-lg" aria-hidden />
        </Tool>
        <ActionIcon size="sm" aria-label="Attach image" title="Attach image" onClick={() => file.current?.click()}>
          <IconPhoto className="icon-lg" aria-hidden />
        </ActionIcon>
        <input
          ref={file}
          type="file"
          hidden
          accept={ACCEPTED}
          onChange={(event) => {
            onPicture(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <SegmentMeter segments={segments} />
        <Button
          variant="subtle"
          aria-label="Schedule"
          aria-haspopup="dialog"
          aria-expanded={panel === 'schedule'}
          aria-disabled={isBlank || obstacle !== undefined || undefined}
          title={isBlank ? 'Write something first' : obstacle}
          leftSection={<IconClock aria-hidden />}
          onClick={() => !isBlank && !obstacle && onPanel('schedule')}
        >
          <span className={classes.wide}>Schedule</span>
        </Button>
        <Button
          variant="filled"
          aria-disabled={obstacle !== undefined || undefined}
          title={obstacle ?? 'Send  Ctrl Enter'}
          onClick={onSend}
        >
          Send
        </Button>
      </div>
    </>
  );
}

type ToolProps = { label: string; hint?: string; isOpen: boolean; onClick: () => void; children: React.ReactNode };

const Tool = ({ label, hint, isOpen, onClick, children }: ToolProps) => (
  <ActionIcon
    size="sm"
    aria-label={label}
    aria-haspopup="dialog"
    aria-expanded={isOpen}
    title={hint ? `${label}  ${hint}` : label}
    onClick={onClick}
  >
    {children}
  </ActionIcon>
);
