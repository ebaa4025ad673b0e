import { IconAlertCircle, IconFileTypeCsv } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './Import.module.css';

type Props = {
  /** One line, once a file is open. */
  compact: boolean;
  busy: boolean;
  /** Why the file can't be read. */
  bad: string | null;
  onFile: (file: File) => void;
};

/** Where a file is dropped or chosen. */
export function ImportDrop({ compact, busy, bad, onFile }: Props) {
  const [over, setOver] = useState(false);
  return (
    <div className={classes.dropArea}>
      <label className={classes.drop} data-over={over || undefined} data-compact={compact || undefined}>
        <IconFileTypeCsv aria-hidden />
        <span className={classes.dropText}>
          <b>{busy ? 'Reading the file…' : compact ? 'Choose another file' : 'Drop a CSV file here, or choose one'}</b>
          {!compact && (
            <small>
              One person a row, with a phone number in some column. Any delimiter and encoding; up to 200,000 rows.
              Nothing is sent before you say so.
            </small>
          )}
        </span>
        <input
          type="file"
          aria-label="CSV file"
          className={classes.fileInput}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          // It lies over the whole area, so a file dropped anywhere on it is taken as one that was chosen.
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onFile(file);
            // The same file, corrected, can be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      {bad && (
        <p className={classes.bad} role="alert">
          <IconAlertCircle aria-hidden />
          <bdi>{bad}</bdi>
        </p>
      )}
    </div>
  );
}
