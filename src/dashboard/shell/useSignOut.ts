import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { session } from '#dashboard/api/session.ts';
import { alertThat, commitAll } from '#dashboard/lib/later.ts';
import { paths } from '#dashboard/paths.ts';

/** Does what still waits, then ends the session. What was read is forgotten at the door. Drafts stay on the device. */
export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { mutate } = useMutation(session.signOut());
  const leave = () => {
    cache.setQueryData(session.current().queryKey, (old) => old && { ...old, username: null, user: null });
    void navigate(paths.signIn());
  };
  return async () => {
    await commitAll();
    mutate(undefined, {
      onSuccess: leave,
      onError: (error) => alertThat(`Not signed out: ${error.message}`),
    });
  };
}
