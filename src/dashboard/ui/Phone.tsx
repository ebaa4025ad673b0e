import { e164 } from '#dashboard/lib/phone.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';

/** A phone number as people read it; E.164 on hover. */
export function Phone({ number, className }: { number: string; className?: string | undefined }) {
  const shown = usePhone(number);
  return (
    <bdi className={`figures ${className ?? ''}`} title={e164(number)}>
      {shown}
    </bdi>
  );
}
