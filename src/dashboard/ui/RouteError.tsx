import { IconCloudOff, IconMapPinOff, IconRefresh } from '@tabler/icons-react';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from 'react-router';
import { ApiError, isMissing } from '#dashboard/lib/ApiError.ts';
import { canReload } from '#dashboard/lib/canReload.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { Blank } from './Blank.tsx';
import { Button } from './Button.tsx';
import { NotFetched } from './NotFetched.tsx';

/** What a page shows in its own place when it threw; the shell around it stays usable. */
export function RouteError({ error }: { error: unknown }) {
  const { reset } = useQueryErrorResetBoundary();
  const navigate = useNavigate();
  const here = useLocation();
  if (isMissing(error)) return <NotFound />;
  if (isChunkFailure(error)) return <NotFetched onRetry={() => void canReload().then(() => location.reload())} />;
  const again = () => {
    reset();
    void navigate(here, { replace: true });
  };
  return (
    <Blank
      isAlert
      icon={<IconCloudOff aria-hidden />}
      title="This page could not be shown"
      actions={
        <Button leftSection={<IconRefresh aria-hidden />} onClick={again}>
          Try again
        </Button>
      }
    >
      {error instanceof ApiError ? error.message : 'Something in it did not work. Your drafts are kept.'}
    </Blank>
  );
}

/** For an address that leads nowhere. */
export function NotFound() {
  useTitle('Not found');
  return (
    <Blank
      icon={<IconMapPinOff aria-hidden />}
      title="Not found"
      actions={
        <Button component={Link} to="/">
          Go to the overview
        </Button>
      }
    >
      Nothing is at this address. It may have been deleted, or the link is incomplete.
    </Blank>
  );
}

const isChunkFailure = (error: unknown) =>
  error instanceof Error && /dynamically imported module|module script failed|preload CSS/i.test(error.message);
