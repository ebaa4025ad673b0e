import '@mantine/core/styles/Input.layer.css';
import { FileButton, Textarea } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { count, plural } from '#dashboard/lib/numbers.ts';
import type { Numbers } from '#dashboard/lib/numbersIn.ts';
import classes from './NumbersField.module.css';
import { Button } from './Button.tsx';

type Props = {
  text: string;
  onText: (text: string) => void;
  /** The name of the file that was read instead. */
  file: string | null;
  onFile: (file: File | null) => void;
  /** What was found; undefined while it is read or nothing is there. */
  found: Numbers | undefined;
  reading: boolean;
};

const SHOWN = 5;

/** Numbers that are pasted, or read from a CSV file, and what was found in them. */
export function NumbersField({ text, onText, file, onFile, found, reading }: Props) {
  return (
    <div className={classes.field}>
      {file === null ? (
        <Textarea
          label="Numbers"
          description="One a line, as they are; or rows of a spreadsheet with a column of numbers."
          minRows={4}
          maxRows={10}
          spellCheck={false}
          value={text}
          onChange={({ currentTarget }) => onText(currentTarget.value)}
        />
      ) : (
        <p className={classes.file}>
          <bdi className="one-line">{file}</bdi>
          <Button size="xs" variant="subtle" onClick={() => onFile(null)}>
            Remove the file
          </Button>
        </p>
      )}
      <FileButton
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        inputProps={{ 'aria-label': 'CSV file' }}
        onChange={onFile}
      >
        {(props) => (
          <Button size="xs" className={classes.pick} leftSection={<IconUpload aria-hidden />} {...props}>
            {file === null ? 'Choose a CSV file' : 'Choose another file'}
          </Button>
        )}
      </FileButton>
      <div role="status" className={classes.found}>
        {reading && 'Reading…'}
        {found && !reading && <Found found={found} />}
      </div>
    </div>
  );
}

function Found({ found: { numbers, misread, duplicates } }: { found: Numbers }) {
  return (
    <>
      <p>
        <b>{plural(numbers.length, 'number')}</b>
        {duplicates > 0 && `, ${count(duplicates)} more that stand there twice`}
        {misread.length > 0 && `, ${plural(misread.length, 'line')} without a valid one:`}
      </p>
      {misread.length > 0 && (
        <ul>
          {misread.slice(0, SHOWN).map(({ line, text, problem }) => (
            <li key={line}>
              Line {count(line)}: <bdi>{text || 'empty'}</bdi>. {problem}
            </li>
          ))}
          {misread.length > SHOWN && <li>and {count(misread.length - SHOWN)} more</li>}
        </ul>
      )}
    </>
  );
}
