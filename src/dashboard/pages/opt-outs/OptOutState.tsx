import { IconHandStop } from '@tabler/icons-react';
import type { OptOut } from '#contract/optOuts.ts';
import { Status } from '#dashboard/ui/Status.tsx';

/** Whether the number may be texted now. */
export const OptOutState = ({ optOut }: { optOut: Pick<OptOut, 'opt_in'> }) =>
  optOut.opt_in ? (
    <Status>Opted back in</Status>
  ) : (
    <Status tone="warn" icon={<IconHandStop aria-hidden />}>
      Opted out
    </Status>
  );
