import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { Blank } from './Blank.tsx';
import { Button } from './Button.tsx';

type Props = { onRetry: () => void; retrying?: boolean | undefined };

/** In place of a page whose code is not here: a new version was put in its place, or the network is gone. */
export const NotFetched = ({ onRetry, retrying = false }: Props) => (
  <Blank
    isAlert
    icon={<IconCloudOff aria-hidden />}
    title="This page could not be fetched"
    actions={
      <Button leftSection={<IconRefresh aria-hidden />} loading={retrying} onClick={onRetry}>
        Try again
      </Button>
    }
  >
    Either there is no connection, or Switchboard was updated since this tab was opened. Drafts are kept.
  </Blank>
);
