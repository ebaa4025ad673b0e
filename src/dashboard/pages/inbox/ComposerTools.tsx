import { IconBraces, IconClock, IconPhoto, IconTemplate } from '@tabler/icons-react';
import { useRef } from 'react';
import { drafts, textOf, useDraft } from '#dashboard/lib/drafts.ts';
import { useSegments } from '#dashboard/lib/useSegments.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { SegmentMeter, SegmentNote } from '#dashboard/ui/SegmentMeter.tsx';
import classes from './Composer.module.css';
import type { Panel } from './ComposerPanel.tsx';
import { ACCEPTED } from './usePicture.ts';
import type { OpenThread } from './useThread.ts';

type Props = {
  open: OpenThread;
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
  const { open, signature, obstacle, isBlank, panel, onPanel, onPicture, onSend } = props;
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <CostNote open={open} signature={signature} />
      <div className={classes.tools}>
        <Tool label="Insert template" hint="/" isOpen={panel === 'templates'} onClick={() => onPanel('templates')}>
          <IconTemplate className="icon-lg" aria-hidden />
        </Tool>
        <Tool label="Insert merge field" isOpen={panel === 'fields'} onClick={() => onPanel('fields')}>
          <IconBraces className="icon-lg" aria-hidden />
        </Tool>
        <IconButton size="sm" aria-label="Attach image" title="Attach image" onClick={() => file.current?.click()}>
          <IconPhoto className="icon-lg" aria-hidden />
        </IconButton>
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
        <CostMeter open={open} signature={signature} />
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

type CostProps = Pick<Props, 'open' | 'signature'>;

/** What the text costs as it stands: the two that show it are all that a key draws of the tools. */
const useCost = ({ open: { contactId, contact }, signature }: CostProps) =>
  useSegments(useDraft(contactId, textOf), contact, signature);

const CostMeter = (props: CostProps) => <SegmentMeter segments={useCost(props)} />;

const CostNote = (props: CostProps) => (
  <SegmentNote
    segments={useCost(props)}
    onReplace={(toPlain) => drafts.write(props.open.contactId, toPlain(drafts.get(props.open.contactId).text))}
  />
);

type ToolProps = { label: string; hint?: string; isOpen: boolean; onClick: () => void; children: React.ReactNode };

const Tool = ({ label, hint, isOpen, onClick, children }: ToolProps) => (
  <IconButton
    size="sm"
    aria-label={label}
    aria-haspopup="dialog"
    aria-expanded={isOpen}
    title={hint ? `${label}  ${hint}` : label}
    onClick={onClick}
  >
    {children}
  </IconButton>
);
