import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { webHooks } from '#dashboard/api/webHooks.ts';
import { hookName } from '#dashboard/lib/hookAddress.ts';
import { notify } from '#dashboard/lib/later.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { HookForm } from './HookForm.tsx';
import { ReceiverPane } from './ReceiverPane.tsx';

/** `/webhooks/new`: over the console. */
export function NewHook() {
  const navigate = useNavigate();
  const create = useMutation(webHooks.create());
  useTitle('New webhook', 'Webhooks');
  const close = () => void navigate(paths.webHooks());
  return (
    <>
      <ReceiverPane />
      <SideDrawer opened onClose={close} title="New webhook">
        <HookForm
          draft="webhook-new"
          initial=""
          onCancel={close}
          onSave={async (input) => {
            const hook = await create.mutateAsync(input);
            notify(`${hookName(hook.url)} is called from now on`);
            await navigate(paths.webHook(hook.id));
          }}
        />
      </SideDrawer>
    </>
  );
}
