import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { session } from '#dashboard/api/session.ts';
import { alertThat, commitAll } from '#dashboard/lib/later.ts';
import { paths } from '#dashboard/paths.ts';

/** Does what still waits, ends the session, forgets what was read. Drafts stay on the device. */
export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { mutate } = useMutation(session.signOut());
  const leave = async () => {
    // First away from the pages, which would read everything again.
    cache.setQueryData(session.current().queryKey, (old) => old && { ...old, username: null, user: null });
    await navigate(paths.signIn());
    cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };
  return async () => {
    await commitAll();
    mutate(undefined, {
      onSuccess: () => void leave(),
      onError: (error) => alertThat(`Not signed out: ${error.message}`),
    });
  };
}
