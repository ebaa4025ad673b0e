import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Button } from '#dashboard/ui/Button.tsx';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { late } from '#dashboard/ui/late.tsx';
import classes from './ExportButton.module.css';

const ExportQuestion = late(async () => (await import('./ExportQuestion.tsx')).ExportQuestion);

/** So few requests are not worth a question. */
const UNASKED = 5;

const isExport = (state: unknown) => typeof state === 'object' && state !== null && 'export' in state;

type Props = {
  /** How many there are to write; 0: the button is off. */
  total: number;
  /** What they are: `contact`, `contacts`. */
  nouns: readonly [one: string, many: string];
  /** Requests that it takes, where that is not one for each hundred. */
  requests?: number | undefined;
  /** As an icon, where there is little room. */
  compact?: boolean;
  onExport: () => unknown;
};

/** Writes all that match to a file; says first what that costs where it costs much. */
export function ExportButton({ total, nouns, requests = Math.ceil(total / 100), compact, onExport }: Props) {
  const [asking, setAsking] = useState(false);
  const { pathname, search, state } = useLocation();
  const navigate = useNavigate();
  // Somebody came to export, by the palette.
  const isWanted = isExport(state);
  const close = () => {
    setAsking(false);
    // Neither a reload nor Back asks again.
    if (isWanted) void navigate(pathname + search, { replace: true });
  };
  const press = {
    className: classes.wide,
    disabled: total === 0,
    title: total === 0 ? 'Nothing to export' : 'All that match, as a file',
    onClick: () => (requests > UNASKED ? setAsking(true) : void onExport()),
  };
  return (
    <>
      {compact ? (
        <IconButton aria-label="Export CSV" {...press}>
          <IconDownload aria-hidden />
        </IconButton>
      ) : (
        <Button variant="subtle" size="md" leftSection={<IconDownload aria-hidden />} {...press}>
          Export CSV
        </Button>
      )}
      {(asking || isWanted) && total > 0 && (
        <ExportQuestion total={total} nouns={nouns} requests={requests} onExport={onExport} onClose={close} />
      )}
    </>
  );
}
