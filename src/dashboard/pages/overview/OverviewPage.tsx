import { useTitle } from '#dashboard/lib/title.ts';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';

/** What needs attention now. */
export function OverviewPage() {
  useTitle('Overview');
  return <PageTitle>Overview</PageTitle>;
}
