import { Menu } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Outlet, useNavigate } from 'react-router';
import { session } from '#dashboard/api/session.ts';
import { webHooks } from '#dashboard/api/webHooks.ts';
import { hookName } from '#dashboard/lib/hookAddress.ts';
import { notify } from '#dashboard/lib/later.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useIdParam } from '#dashboard/lib/useIdParam.ts';
import { paths } from '#dashboard/paths.ts';
import { Confirm } from '#dashboard/ui/Confirm.tsx';
import { Failed } from '#dashboard/ui/Failed.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import { RowMenu } from '#dashboard/ui/RowMenu.tsx';
import { HookDeliveries } from './HookDeliveries.tsx';
import { NoConsole } from './NoConsole.tsx';
import { PaneHead } from './PaneHead.tsx';
import { Secret, SecretButton } from './Secret.tsx';
import { TestButton } from './TestButton.tsx';
import classes from './webhooks.module.css';

/** `/webhooks/:id`: one hook, and where the service tells, what it was sent. */
export function HookPane() {
  const id = useIdParam('Webhook');
  const { data: current } = useQuery(session.current());
  const query = useQuery(webHooks.detail(id));
  const [secret, setSecret] = useState<string | null>(null);
  const hook = query.data;
  useTitle(hook ? hookName(hook.url) : 'Webhook', 'Webhooks');
  if (!hook) {
    return (
      <section className={classes.main}>
        {query.error && (
          <Failed
            what="The webhook"
            error={query.error}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        )}
      </section>
    );
  }
  const head = (
    <>
      <PaneHead title={hookName(hook.url)}>
        <bdi className={`${classes.url} one-line`}>{hook.url}</bdi>
        {hook.version !== '1' && <SecretButton id={id} shown={secret !== null} onSecret={setSecret} />}
        {current?.embedded && <TestButton id={id} />}
        <HookMenu id={id} name={hookName(hook.url)} />
      </PaneHead>
      {secret !== null && <Secret secret={secret} onHide={() => setSecret(null)} />}
    </>
  );
  return (
    <>
      {current?.embedded ? <HookDeliveries hook={hook} head={head} /> : <NoConsole hook={hook} head={head} />}
      <Outlet />
    </>
  );
}

function HookMenu({ id, name }: { id: number; name: string }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(webHooks.remove());
  const confirm = () =>
    remove.mutate(id, {
      onSuccess: () => {
        notify(`${name} is no longer called`);
        void navigate(paths.webHooks());
      },
    });
  return (
    <>
      <RowMenu name={name}>
        <Menu.Item leftSection={<IconPencil aria-hidden />} component={Link} to={paths.editWebHook(id)}>
          Change the address
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash aria-hidden />} data-danger onClick={() => setAsking(true)}>
          Delete
        </Menu.Item>
      </RowMenu>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Delete the webhook to ${name}?`}
        action="Delete the webhook"
        busy={remove.isPending}
        error={<FormError error={remove.error} />}
        onConfirm={confirm}
      >
        It is no longer called, and what it was still to be sent is dropped. Its secret can’t be had again: a new
        webhook gets a new one. Texts and contacts stay.
      </Confirm>
    </>
  );
}
