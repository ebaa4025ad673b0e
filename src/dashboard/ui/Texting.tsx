import { IconHandStop, IconPhoneOff } from '@tabler/icons-react';
import { Status } from './Status.tsx';

/** Whether a number can be texted, and why not. */
export function Texting({ optedOut, lineType }: { optedOut: boolean; lineType: string | null }) {
  if (optedOut) {
    return (
      <Status tone="warn" icon={<IconHandStop aria-hidden />}>
        Opted out
      </Status>
    );
  }
  if (lineType === 'landline') {
    return (
      <Status tone="dimmed" icon={<IconPhoneOff aria-hidden />}>
        Landline
      </Status>
    );
  }
  return <Status>Textable</Status>;
}
