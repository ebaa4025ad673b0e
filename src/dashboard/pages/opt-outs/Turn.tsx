import '@mantine/core/styles/Input.layer.css';
import { Modal, Textarea } from '@mantine/core';
import '#dashboard/ui/overlays.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OptOut } from '#contract/optOuts.ts';
import { holder } from '#dashboard/api/holder.ts';
import { noteReason } from '#dashboard/api/keepReason.ts';
import { optOuts } from '#dashboard/api/optOuts.ts';
import { failureOf } from '#dashboard/lib/failure.ts';
import { notify } from '#dashboard/lib/later.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';
import { Form, FormNote } from '#dashboard/ui/Form.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';

/** Opts a number back in, with a warning and a reason; or out again. */
export function Turn({ optOut, onClose }: { optOut: OptOut; onClose: () => void }) {
  const comesBack = !optOut.opt_in;
  const change = useMutation(optOuts.change(optOut.id));
  const { data: person } = useQuery(holder(optOut.phone));
  const phone = usePhone(optOut.phone);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = () => {
    if (comesBack && reason.trim() === '') return setMissing(true);
    change.mutate(comesBack, {
      onSuccess: () => {
        notify(comesBack ? `${phone} can be texted again.` : `${phone} is opted out again.`);
        void noteReason(optOut.phone, comesBack ? 'Opted back in' : 'Opted out', reason);
        onClose();
      },
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={comesBack ? `Opt ${phone} back in?` : `Opt ${phone} out again?`}
      withCloseButton={false}
    >
      <Form
        action={comesBack ? 'Opt back in' : 'Opt out again'}
        danger={comesBack}
        busy={change.isPending}
        onSubmit={submit}
        onCancel={onClose}
      >
        <FormNote>
          {comesBack
            ? 'This number asked not to be texted. Text it again only if whoever has it has agreed to that since; the law asks you to be able to show when and how. They can also come back by themselves, by texting START.'
            : 'Nobody in the organisation can text it from then on.'}
        </FormNote>
        <Textarea
          label={comesBack ? 'How did they agree?' : 'Reason'}
          required={comesBack}
          data-autofocus
          maxLength={1_000}
          value={reason}
          error={missing && 'Say how they agreed, for whoever asks later.'}
          description={
            person === null
              ? 'No contact has this number, so this is kept nowhere; note it where you keep consent.'
              : 'Kept in the notes of the contact, for the API has no place for it.'
          }
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value);
            setMissing(false);
          }}
        />
        <FormError error={failureOf(change.error, 'Nothing is changed')} />
      </Form>
    </Modal>
  );
}
