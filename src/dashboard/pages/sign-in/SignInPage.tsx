import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { session } from '#dashboard/api/session.ts';
import { ownPath } from '#dashboard/lib/ownPath.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { Logo } from '#dashboard/ui/Logo.tsx';
import { Showcase } from './Showcase.tsx';
import { SignInForm } from './SignInForm.tsx';
import classes from './SignInPage.module.css';

/** The door: signs in, then leads to the page that was asked for. */
export function SignInPage() {
  useTitle('Sign in');
  const { data } = useSuspenseQuery(session.current());
  useForgetting(data.username === null);
  const [params] = useSearchParams();
  const location: { state: { ended?: boolean } | null } = useLocation();
  const next = ownPath(params.get('next'));
  if (data.username !== null) return <Navigate to={next} replace />;
  return (
    <div className={classes.page}>
      <main className={classes.door}>
        <div className={classes.brand}>
          <Logo size="lg" />
          Switchboard
        </div>
        <div className={classes.form}>
          <h1 className={classes.title}>Sign in</h1>
          <p className={classes.lead}>
            {location.state?.ended
              ? 'Your session has ended. What you were writing is kept on this device.'
              : 'With the login you use for TextUs.'}
          </p>
          <SignInForm next={next} demo={data.demo} />
        </div>
        <p className={classes.note}>
          Your key stays on the server, sealed. This browser only holds a session that ends after 30 minutes idle.
        </p>
      </main>
      <Showcase />
    </div>
  );
}

/** What was read for somebody is gone once they are: not before, or the pages they leave would read it again. */
function useForgetting(isNobody: boolean) {
  const cache = useQueryClient();
  useEffect(() => {
    if (isNobody) cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  }, [isNobody, cache]);
}
