import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { messageSignatures } from '#dashboard/api/messageSignatures.ts';
import { isMissing } from '#dashboard/lib/ApiError.ts';
import { notify } from '#dashboard/lib/later.ts';
import { signatureEffect } from '#dashboard/lib/signatureEffect.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useKeptForm } from '#dashboard/lib/useKeptForm.ts';
import { useSegmentCount } from '#dashboard/lib/useSegments.ts';
import { paths } from '#dashboard/paths.ts';
import { Failed } from '#dashboard/ui/Failed.tsx';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { checkSwitched, SwitchedForm, SwitchedValues } from '#dashboard/ui/SwitchedForm.tsx';
import { TextPreview } from '#dashboard/ui/TextPreview.tsx';
import { nobody, SAMPLE } from './sample.ts';
import { SignatureCost } from './SignatureInUse.tsx';

const labels = { text: 'Content', active: 'Is active' };

/** `/signatures/new`. */
export function NewSignature() {
  const { data } = useQuery(messageSignatures.list());
  const create = useMutation(messageSignatures.create());
  const close = useClose();
  useTitle('New signature', 'Signatures');
  const inUse = data?.items.find(({ is_active }) => is_active);
  return (
    <SideDrawer opened onClose={close} title="New signature">
      <Fields
        draft="signature-new"
        initial={{ text: '', active: false }}
        activation={inUse ? 'It takes the place of the one in use.' : 'Every text then carries it.'}
        onClose={close}
        onSave={({ text, active }) => create.mutateAsync({ content: text, is_active: active })}
      />
    </SideDrawer>
  );
}

/** `/signatures/:id`. */
export function EditSignature() {
  const id = Number(useParams()['id']);
  const { data: all } = useQuery(messageSignatures.list());
  const listed = all?.items.find((each) => each.id === id);
  const query = useQuery({ ...messageSignatures.detail(id, listed), throwOnError: false });
  const save = useMutation(messageSignatures.save(id));
  const close = useClose();
  useTitle('Edit signature', 'Signatures');
  const { data: signature, error, isFetching, refetch } = query;
  return (
    <SideDrawer opened onClose={close} title="Edit signature">
      {!signature && error && isMissing(error) && <p>This signature does not exist, or no longer.</p>}
      {!signature && error && !isMissing(error) && (
        <Failed what="The signature" error={error} retrying={isFetching} onRetry={refetch} />
      )}
      {signature && (
        <Fields
          key={id}
          draft={`signature-${id}`}
          initial={{ text: signature.content, active: signature.is_active }}
          onClose={close}
          onSave={({ text }) => save.mutateAsync(text)}
        />
      )}
    </SideDrawer>
  );
}

function useClose() {
  const navigate = useNavigate();
  return () => void navigate(paths.signatures());
}

type FieldsProps = {
  draft: string;
  initial: SwitchedValues;
  activation?: string;
  onSave: (values: SwitchedValues) => Promise<unknown>;
  onClose: () => void;
};

function Fields({ draft, initial, activation, onSave, onClose }: FieldsProps) {
  const form = useKeptForm({
    draft,
    schema: SwitchedValues,
    initial,
    labels,
    check: checkSwitched,
    onSave: async (values) => {
      await onSave(values);
      notify('Signature saved');
      onClose();
    },
  });
  const { text } = form.values;
  const isWritten = text.trim() !== '';
  const count = useSegmentCount(isWritten);
  return (
    <SwitchedForm
      form={form}
      label="Signature"
      noFields
      action="Save signature"
      meter={isWritten && count && signatureEffect(text, count)}
      {...(activation !== undefined && { activation })}
      onCancel={onClose}
    >
      <TextPreview text={SAMPLE} contact={nobody} signature={isWritten ? text : null} />
      <SignatureCost content={isWritten ? text : null} />
    </SwitchedForm>
  );
}
