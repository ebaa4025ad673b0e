import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { deliveries } from '#dashboard/api/deliveries.ts';
import { alertThat, notify } from '#dashboard/lib/later.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';

/** Sends the newest text, or a made-up one, to the hook. */
export function TestButton({ id }: { id: number }) {
  const navigate = useNavigate();
  const test = useMutation({
    ...deliveries.test(id),
    onSuccess: (delivery) => {
      notify('A test is on its way');
      void navigate(paths.webHook(id, { delivery: String(delivery.id) }));
    },
    onError: ({ message }) => alertThat(`No test was sent: ${message}`),
  });
  return (
    <Button leftSection={<IconSend aria-hidden />} loading={test.isPending} onClick={() => test.mutate()}>
      Send a test
    </Button>
  );
}
