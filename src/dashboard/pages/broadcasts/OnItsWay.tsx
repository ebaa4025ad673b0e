import { IconSpeakerphone } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Dispatch } from '#dashboard/lib/dispatch.ts';
import { isUnderWay } from '#dashboard/lib/dispatch.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { SendQueue } from './SendQueue.tsx';

/** In place of a draft that was sent, perhaps in another tab: it can't be sent a second time. */
export function OnItsWay({ rows }: { rows: readonly Dispatch[] }) {
  const ended = rows.every((row) => !isUnderWay(row));
  return (
    <>
      <SendQueue rows={rows} />
      <Blank
        icon={<IconSpeakerphone aria-hidden />}
        title={ended ? 'This broadcast is settled' : 'This broadcast is on its way'}
        actions={
          <Button component={Link} to={paths.broadcasts()}>
            All broadcasts
          </Button>
        }
      >
        It was sent from here or from another window. What came of it stands above.
      </Blank>
    </>
  );
}
