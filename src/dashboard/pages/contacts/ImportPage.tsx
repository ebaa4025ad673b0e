import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useTitle } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { ImportDrop } from './ImportDrop.tsx';
import { type ImportFile, openFile, type Read } from './importFile.ts';
import { ImportSetup } from './ImportSetup.tsx';
import classes from './Import.module.css';

type Opened = { file: ImportFile; read: Read };

/** `/contacts/import`: a CSV file becomes contacts. What is wrong with it is said before anything is sent. */
export function ImportPage() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [bad, setBad] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useTitle('Import contacts', 'Contacts');
  useEffect(() => () => opened?.file.close(), [opened]);

  const open = async (file: File) => {
    setBusy(true);
    setBad(null);
    try {
      setOpened(await openFile(file));
    } catch (error) {
      setBad(`${file.name}: ${error instanceof Error ? error.message : 'The file could not be read.'}`);
      setOpened(null);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.page}>
      <PageTitle
        actions={
          <Link className={classes.link} to={paths.contacts()}>
            All contacts
          </Link>
        }
      >
        Import contacts
      </PageTitle>
      <ImportDrop compact={opened !== null} busy={busy} bad={bad} onFile={(file) => void open(file)} />
      {opened && <ImportSetup key={opened.file.name + opened.read.total} file={opened.file} first={opened.read} />}
    </div>
  );
}
