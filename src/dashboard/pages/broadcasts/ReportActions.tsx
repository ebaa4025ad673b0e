import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Broadcast } from '#contract/broadcasts.ts';
import type { ReportRow } from '#dashboard/lib/broadcastReport.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { saveFile } from '#dashboard/lib/saveFile.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { reportFile } from './reportFile.ts';
import { retryGroup } from './retryGroup.ts';

type Props = {
  broadcast: Broadcast;
  rows: readonly ReportRow[];
  /** What the table shows, all pages of it. */
  shown: readonly ReportRow[];
  isWhole: boolean;
};

/** Another try for those who did not get it, and a file of what is shown. */
export function ReportActions({ broadcast, rows, shown, isWhole }: Props) {
  const navigate = useNavigate();
  const again = rows.filter(({ canRetry }) => canRetry);
  const failed = rows.filter(({ outcome }) => outcome === 'failed').length;
  const retry = useMutation({
    mutationFn: () => retryGroup(broadcast, again),
    onSuccess: ({ group, job }) =>
      navigate(job ? paths.job(job) : paths.newBroadcast({ group: String(group.id), from: String(broadcast.id) })),
    onError: (error) => alertThat(`No group for another try: ${error.message} Nothing was sent.`),
  });
  return (
    <>
      {failed > 0 && (
        <Button
          size="xs"
          leftSection={<IconRefresh aria-hidden />}
          loading={retry.isPending}
          aria-disabled={again.length === 0 || undefined}
          title={
            again.length === 0
              ? 'Nobody of them can be texted: opted out, blocked or landlines'
              : `Makes a group of the ${plural(again.length, 'person', 'people')} who can be reached, for a new broadcast`
          }
          onClick={() => again.length > 0 && retry.mutate()}
        >
          Retry {again.length} failed
        </Button>
      )}
      <Button
        size="xs"
        leftSection={<IconDownload aria-hidden />}
        title={isWhole ? 'Everybody that is shown, on all pages' : 'Not everything is read yet; the file says so'}
        onClick={() => saveFile(reportFile(broadcast, shown, isWhole))}
      >
        Export CSV
      </Button>
    </>
  );
}
