import '@mantine/core/styles/Input.layer.css';
import { Modal, Textarea } from '@mantine/core';
import '#dashboard/ui/overlays.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BlockedNumber } from '#contract/blockedNumbers.ts';
import { blockedNumbers } from '#dashboard/api/blockedNumbers.ts';
import { holder } from '#dashboard/api/holder.ts';
import { noteReason } from '#dashboard/api/keepReason.ts';
import { failureOf } from '#dashboard/lib/failure.ts';
import { notify } from '#dashboard/lib/later.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';
import { Form, FormNote } from '#dashboard/ui/Form.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';

/** Lets a number text and be texted again, and keeps why. */
export function Unblock({ number, onClose }: { number: BlockedNumber; onClose: () => void }) {
  const remove = useMutation(blockedNumbers.remove());
  const { data: person } = useQuery(holder(number.phone));
  const phone = usePhone(number.phone);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = () => {
    if (reason.trim() === '') return setMissing(true);
    remove.mutate(number.id, {
      onSuccess: () => {
        notify(`${phone} is no longer blocked`);
        void noteReason(number.phone, 'Unblocked', reason);
        onClose();
      },
    });
  };
  return (
    <Modal opened onClose={onClose} title={`Unblock ${phone}?`} withCloseButton={false}>
      <Form action="Unblock" busy={remove.isPending} onSubmit={submit} onCancel={onClose}>
        <FormNote>
          Its texts arrive again and it can be texted. Texts it sent while it was blocked were refused and don’t come
          back. If it opted out as well, that stays.
        </FormNote>
        <Textarea
          label="Reason"
          required
          error={missing && 'Say why it may text again, for whoever asks later.'}
          data-autofocus
          maxLength={1_000}
          value={reason}
          description={
            person === null
              ? 'No contact has this number, so the reason is kept nowhere; note it where you need it.'
              : 'Kept in the notes of the contact, for the API has no place for it.'
          }
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value);
            setMissing(false);
          }}
        />
        <FormError error={failureOf(remove.error, 'It is still blocked')} />
      </Form>
    </Modal>
  );
}
