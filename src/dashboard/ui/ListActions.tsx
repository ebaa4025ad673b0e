import { Button } from '@mantine/core';
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './ListActions.module.css';

type Props = {
  /** Writes all that match to a file; left out: there is no way to. */
  onExport?: (() => void) | undefined;
  /** Why the export is off, or what it does. */
  exportTitle?: string;
  exportDisabled?: boolean;
  /** Where a file is read in. */
  importTo: string;
  /** The button that makes a new one. */
  action: string;
  onNew: () => void;
};

/** Beside the title of a list: its export, its import, and a new one. */
export function ListActions({ onExport, exportTitle, exportDisabled = false, importTo, action, onNew }: Props) {
  return (
    <>
      {onExport && (
        <Button
          className={classes.wide}
          variant="subtle"
          size="md"
          leftSection={<IconDownload aria-hidden />}
          disabled={exportDisabled}
          title={exportTitle}
          onClick={onExport}
        >
          Export CSV
        </Button>
      )}
      <Button
        className={classes.wide}
        size="md"
        component={Link}
        to={importTo}
        leftSection={<IconUpload aria-hidden />}
      >
        Import CSV
      </Button>
      <Button variant="filled" size="md" leftSection={<IconPlus aria-hidden />} onClick={onNew}>
        {action}
      </Button>
    </>
  );
}
