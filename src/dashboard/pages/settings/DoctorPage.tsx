import { IconStethoscope } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { doctor, type Finding } from '#dashboard/api/doctor.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { Failed } from '#dashboard/ui/Failed.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import classes from './settings.module.css';

/** `/settings/doctor`: where the API's reference is silent, what this service does. */
export function DoctorPage() {
  const { data, error, isFetching, refetch } = useQuery(doctor());
  useTitle('Contract doctor', 'Settings');
  const examine = (
    <Button variant="filled" loading={isFetching} onClick={() => void refetch()}>
      {data ? 'Examine again' : 'Examine the service'}
    </Button>
  );
  return (
    <div className={classes.page}>
      <PageTitle actions={data && examine}>Contract doctor</PageTitle>
      {error && <Failed what="The forms of the service" error={error} onRetry={() => void refetch()} />}
      {data ? (
        <DataTable name="Forms of the API" rows={data} columns={columns} keyOf={({ point }) => point} />
      ) : (
        !error && (
          <Blank icon={<IconStethoscope aria-hidden />} title="Which forms does the service use?" actions={examine}>
            The reference of the API is silent in places. This reads at most five things, changes nothing, and says
            which form came. The dashboard works with each.
          </Blank>
        )
      )}
    </div>
  );
}

const columns: Column<Finding>[] = [
  { key: 'point', head: 'Point', width: '20rem', cell: ({ point }) => point },
  { key: 'form', head: 'The service', width: '16rem', onPhone: 'below', cell: ({ form }) => <bdi>{form}</bdi> },
  { key: 'means', head: 'What it means here', hideBelow: 'desktop', cell: ({ means }) => means },
];
