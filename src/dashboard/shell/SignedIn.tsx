import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { session } from '#dashboard/api/session.ts';
import { setDraftOwner } from '#dashboard/lib/formDraft.ts';
import { paths } from '#dashboard/paths.ts';
import { Shell } from './Shell.tsx';

/** Nobody gets past without a session; the address is kept for afterwards. */
export function SignedIn() {
  const { data } = useSuspenseQuery(session.current());
  // Who is signed in is settled once; a session that ends is announced by the client.
  const [isSignedIn] = useState(() => {
    setDraftOwner(data.username ?? '');
    return data.username !== null;
  });
  return isSignedIn ? <Shell /> : <ToSignIn />;
}

function ToSignIn() {
  const { pathname, search } = useLocation();
  return <Navigate to={paths.signIn(pathname + search)} replace />;
}
