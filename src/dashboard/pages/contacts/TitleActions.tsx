import { Button } from '@mantine/core';
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Contact } from '#contract/contacts.ts';
import { paths } from '#dashboard/paths.ts';
import { atHand, everybodyOf } from './chosen.ts';
import classes from './contacts.module.css';
import type { ListState } from './listState.ts';

type Props = { state: ListState; whole: readonly Contact[] | undefined; total: number; onNew: () => void };

/** Export, import, and a new one. */
export function TitleActions({ state, whole, total, onNew }: Props) {
  const exportAll = async () => {
    const { startExport } = await import('./startExport.ts');
    await startExport(atHand({ kind: 'all', except: [] }, whole), everybodyOf(state), total);
  };
  return (
    <>
      <Button
        className={classes.wide}
        variant="subtle"
        size="md"
        leftSection={<IconDownload aria-hidden />}
        disabled={total === 0}
        title={total === 0 ? 'Nobody to export' : 'All that match, as a file'}
        onClick={() => void exportAll()}
      >
        Export CSV
      </Button>
      <Button
        className={classes.wide}
        size="md"
        component={Link}
        to={paths.importContacts()}
        leftSection={<IconUpload aria-hidden />}
      >
        Import CSV
      </Button>
      <Button variant="filled" size="md" leftSection={<IconPlus aria-hidden />} onClick={onNew}>
        New contact
      </Button>
    </>
  );
}
