import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { webHooks } from '#dashboard/api/webHooks.ts';
import { notify } from '#dashboard/lib/later.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useIdParam } from '#dashboard/lib/useIdParam.ts';
import { paths } from '#dashboard/paths.ts';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { HookForm } from './HookForm.tsx';

/** `/webhooks/:id/edit`: over its console. */
export function EditHook() {
  const id = useIdParam('Webhook');
  const navigate = useNavigate();
  const { data: hook } = useQuery(webHooks.detail(id));
  const save = useMutation(webHooks.save(id));
  useTitle('Change the address', 'Webhooks');
  const close = () => void navigate(paths.webHook(id));
  return (
    <SideDrawer opened onClose={close} title="Change the address">
      {hook && (
        <HookForm
          draft={`webhook-${id}`}
          initial={hook.url}
          version={hook.version === '1' ? '1' : '2'}
          onCancel={close}
          onSave={async ({ url }) => {
            await save.mutateAsync({ url });
            notify('The new address is called from the next text on');
            close();
          }}
        />
      )}
    </SideDrawer>
  );
}
