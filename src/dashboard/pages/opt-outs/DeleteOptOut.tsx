import { useMutation } from '@tanstack/react-query';
import type { OptOut } from '#contract/optOuts.ts';
import { optOuts } from '#dashboard/api/optOuts.ts';
import { failureOf } from '#dashboard/lib/failure.ts';
import { notify } from '#dashboard/lib/later.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';
import { Confirm } from '#dashboard/ui/Confirm.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';

type Props = { optOut: OptOut; onClose: () => void; onGone: () => void };

/** Before the record goes: what is lost with it, and what to do instead. */
export function DeleteOptOut({ optOut, onClose, onGone }: Props) {
  const remove = useMutation(optOuts.remove());
  const phone = usePhone(optOut.phone);
  return (
    <Confirm
      opened
      onClose={onClose}
      title={`Delete the opt-out of ${phone}?`}
      action="Delete the opt-out"
      busy={remove.isPending}
      error={<FormError error={failureOf(remove.error, 'Nothing is deleted')} />}
      onConfirm={() =>
        remove.mutate(optOut.id, {
          onSuccess: () => {
            notify(`The opt-out of ${phone} is deleted`);
            onClose();
            onGone();
          },
        })
      }
    >
      {optOut.opt_in
        ? 'The record that this number once opted out, and came back, is gone for good.'
        : 'The number can be texted again at once, and the record that it ever opted out is gone for good. That is for numbers entered by mistake; for somebody who agreed to be texted again, use “Opt back in” instead, which keeps the record.'}
    </Confirm>
  );
}
