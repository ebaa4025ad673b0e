import { IconPlus, IconUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './ListActions.module.css';
import { Button } from './Button.tsx';

type Props = {
  /** Its export. */
  children?: ReactNode;
  /** Where a file is read in; left out: there is no way to. */
  importTo?: string;
  /** The button that makes a new one. */
  action: string;
  onNew: () => void;
};

/** Beside the title of a list: its export, its import, and a new one. */
export function ListActions({ children, importTo, action, onNew }: Props) {
  return (
    <>
      {children}
      {importTo !== undefined && (
        <Button
          className={classes.wide}
          size="md"
          component={Link}
          to={importTo}
          leftSection={<IconUpload aria-hidden />}
        >
          Import CSV
        </Button>
      )}
      <Button variant="filled" size="md" leftSection={<IconPlus aria-hidden />} onClick={onNew}>
        {action}
      </Button>
    </>
  );
}
