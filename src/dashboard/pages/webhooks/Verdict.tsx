import { IconShieldCheck, IconShieldOff, IconShieldX } from '@tabler/icons-react';
import { Status } from '#dashboard/ui/Status.tsx';

export type SignatureVerdict = 'signed' | 'fits' | 'does not fit' | 'unsigned' | 'unknown';

/** `signed`: sent with a signature, which is for the receiver to check. */
const words = { signed: 'Signed (v2)', unsigned: 'Unsigned (v1)', unknown: 'Not checked' };

/** Whether a body is vouched for by its signature. */
export function Verdict({ verdict }: { verdict: SignatureVerdict }) {
  if (verdict === 'fits') {
    return (
      <Status tone="ok" icon={<IconShieldCheck className="icon-sm" aria-hidden />}>
        Valid
      </Status>
    );
  }
  if (verdict === 'does not fit') {
    return (
      <Status tone="danger" icon={<IconShieldX className="icon-sm" aria-hidden />}>
        Signature does not match
      </Status>
    );
  }
  return (
    <Status tone="dimmed" icon={<IconShieldOff className="icon-sm" aria-hidden />}>
      {words[verdict]}
    </Status>
  );
}
