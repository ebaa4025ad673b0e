import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { autoReplies } from '#dashboard/api/autoReplies.ts';
import { isMissing } from '#dashboard/lib/ApiError.ts';
import { notify } from '#dashboard/lib/later.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useKeptForm } from '#dashboard/lib/useKeptForm.ts';
import { paths } from '#dashboard/paths.ts';
import { Failed } from '#dashboard/ui/Failed.tsx';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { checkSwitched, SwitchedForm, SwitchedValues } from '#dashboard/ui/SwitchedForm.tsx';
import { AutoReplyPreview } from './AutoReplyPreview.tsx';

const labels = { text: 'Message', active: 'Is active' };

/** `/auto-replies/new`. */
export function NewAutoReply() {
  const { data } = useQuery(autoReplies.list());
  const create = useMutation(autoReplies.create());
  const close = useClose();
  useTitle('New auto reply', 'Auto replies');
  const inUse = data?.items.find(({ is_active }) => is_active);
  return (
    <SideDrawer opened onClose={close} title="New auto reply">
      <Fields
        draft="auto-reply-new"
        initial={{ text: '', active: false }}
        activation={inUse ? 'It takes the place of the one in use.' : 'It answers every text from then on.'}
        onClose={close}
        onSave={({ text, active }) => create.mutateAsync({ message: text, is_active: active })}
      />
    </SideDrawer>
  );
}

/** `/auto-replies/:id`. */
export function EditAutoReply() {
  const id = Number(useParams()['id']);
  const { data: all } = useQuery(autoReplies.list());
  const listed = all?.items.find((each) => each.id === id);
  const query = useQuery({ ...autoReplies.detail(id, listed), throwOnError: false });
  const save = useMutation(autoReplies.save(id));
  const close = useClose();
  useTitle('Edit auto reply', 'Auto replies');
  const { data: reply, error, isFetching, refetch } = query;
  return (
    <SideDrawer opened onClose={close} title="Edit auto reply">
      {!reply && error && isMissing(error) && <p>This auto reply does not exist, or no longer.</p>}
      {!reply && error && !isMissing(error) && (
        <Failed what="The auto reply" error={error} retrying={isFetching} onRetry={refetch} />
      )}
      {reply && (
        <Fields
          key={id}
          draft={`auto-reply-${id}`}
          initial={{ text: reply.message, active: reply.is_active }}
          onClose={close}
          onSave={({ text }) => save.mutateAsync(text)}
        />
      )}
    </SideDrawer>
  );
}

function useClose() {
  const navigate = useNavigate();
  return () => void navigate(paths.autoReplies());
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
      notify('Auto reply saved');
      onClose();
    },
  });
  return (
    <SwitchedForm
      form={form}
      label="Message"
      action="Save auto reply"
      meter={null}
      {...(activation !== undefined && { activation })}
      onCancel={onClose}
    >
      {form.values.text.trim() !== '' && <AutoReplyPreview message={form.values.text} />}
    </SwitchedForm>
  );
}
