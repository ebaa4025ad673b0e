import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { SESSION_ENDED } from '#dashboard/api/http.ts';
import { paths } from '#dashboard/paths.ts';

/** When the session ends while somebody works: to the sign-in page, which leads back here. Drafts stay on the device. */
export function useSessionEnd(): void {
  const navigate = useNavigate();
  const cache = useQueryClient();
  useEffect(() => {
    const leave = () => {
      cache.clear();
      void navigate(paths.signIn(location.pathname + location.search), { replace: true, state: { ended: true } });
    };
    addEventListener(SESSION_ENDED, leave);
    return () => removeEventListener(SESSION_ENDED, leave);
  }, [navigate, cache]);
}
