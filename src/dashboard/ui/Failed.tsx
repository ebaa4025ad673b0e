import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { Blank } from './Blank.tsx';
import { Button } from './Button.tsx';

type Props = {
  /** What was wanted, in the plural: `Conversations`. */
  what: string;
  error: Error;
  onRetry: () => void;
  retrying?: boolean;
  /** What is safe all the same: `Your drafts are safe on this device.` */
  kept?: string | undefined;
};

/** In the pane it concerns: what could not be loaded, why, what was kept, and the way on. */
export function Failed({ what, error, onRetry, retrying = false, kept }: Props) {
  return (
    <Blank
      isAlert
      icon={<IconCloudOff aria-hidden />}
      title={`${what} could not be loaded`}
      actions={
        <Button leftSection={<IconRefresh aria-hidden />} loading={retrying} onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {error.message} {kept}
    </Blank>
  );
}
