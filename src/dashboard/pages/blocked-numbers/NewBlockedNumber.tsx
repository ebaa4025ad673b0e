import '@mantine/core/styles/Input.layer.css';
import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { noteReason } from '#dashboard/api/keepReason.ts';
import { blockedNumbers } from '#dashboard/api/blockedNumbers.ts';
import { failureOf } from '#dashboard/lib/failure.ts';
import { fieldErrors } from '#dashboard/lib/fieldErrors.ts';
import { draftOf, keepDraft } from '#dashboard/lib/formDraft.ts';
import { notify } from '#dashboard/lib/later.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { usePhoneRulesAwaited, useTypedPhone } from '#dashboard/lib/useTypedPhone.ts';
import { paths } from '#dashboard/paths.ts';
import { Form, FormNote } from '#dashboard/ui/Form.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import { PhoneEntry } from '#dashboard/ui/PhoneEntry.tsx';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { AffectedBy } from './AffectedBy.tsx';

const DRAFT = 'block-new';
type Draft = { text: string; country: string; reason: string };

/** `/blocked-numbers/new`: over the list. Who it is and where they are left out stands there before it is done. */
export function NewBlockedNumber() {
  const navigate = useNavigate();
  const { search } = useLocation();
  const [params] = useSearchParams();
  const create = useMutation(blockedNumbers.create());
  const [draft, setDraft] = useState<Draft>(() => {
    const begun = params.get('phone');
    return begun ? { text: begun, country: 'US', reason: '' } : (draftOf<Draft>(DRAFT) ?? blank);
  });
  const [problem, setProblem] = useState<string | null>(null);
  const typed = useTypedPhone(draft);
  const awaited = usePhoneRulesAwaited();
  useTitle('Block a number', 'Blocked numbers');
  const close = () => void navigate(paths.blockedNumbers() + search);
  const change = (next: Partial<Draft>) => {
    const all = { ...draft, ...next };
    setDraft(all);
    keepDraft(DRAFT, all);
    setProblem(null);
    create.reset();
  };
  const submit = async () => {
    if (draft.text.trim() === '') return setProblem('Type a phone number.');
    if (typed && 'problem' in typed) return setProblem(typed.problem);
    try {
      const { phone } = await create.mutateAsync({ phone: draft.text, country: draft.country });
      keepDraft(DRAFT, null);
      notify('The number is blocked. Its texts are refused.');
      void noteReason(phone, 'Blocked', draft.reason);
      close();
    } catch {
      // Shown in the form.
    }
  };
  const { fields, rest } = fieldErrors(create.error?.message ?? '', { phone: 'Phone' });
  const taken = fields.phone?.includes('taken') ? 'This number is blocked already.' : fields.phone;
  return (
    <SideDrawer opened onClose={close} title="Block a number">
      <Form action="Block" busy={create.isPending || awaited} onSubmit={() => void submit()} onCancel={close}>
        <PhoneEntry value={draft} onChange={change} error={problem ?? taken} />
        <Textarea
          label="Reason"
          description="Kept in the notes of the contact, for the API has no place for it."
          value={draft.reason}
          maxLength={1_000}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
        {typed && 'digits' in typed && <AffectedBy phone={typed.digits} />}
        <FormNote>
          Texts from this number are refused for the whole organisation, and it is never texted, also not by a broadcast
          or a scheduled text, until it is unblocked. What it sends meanwhile does not come back.
        </FormNote>
        <FormError error={rest ? failureOf(create.error, 'Not blocked') : null} />
      </Form>
    </SideDrawer>
  );
}

const blank: Draft = { text: '', country: 'US', reason: '' };
