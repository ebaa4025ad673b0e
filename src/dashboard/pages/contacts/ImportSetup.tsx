import { Checkbox, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import { useState } from 'react';
import type { ImportInput } from '#dashboard/jobs/kinds/importContacts.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { usePhoneRules } from '#dashboard/lib/usePhoneRules.ts';
import { GroupField } from '#dashboard/parts/GroupField.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import type { ImportFile, Read } from './importFile.ts';
import { ImportPreview } from './ImportPreview.tsx';
import classes from './Import.module.css';
import { ImportStart } from './ImportStart.tsx';
import { TagsField } from '#dashboard/parts/TagsField.tsx';
import { useImport } from './useImport.ts';

export type Choices = Omit<ImportInput, 'columns'>;

const delimiters: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/** How a file is to be understood, what holds for all of it, and what will come of it. */
export function ImportSetup({ file, first }: { file: ImportFile; first: Read }) {
  const state = useImport(file, first);
  const [choices, setChoices] = useState<Choices>({ exists: 'skip', tags: [], group: null });
  const choose = (some: Partial<Choices>) => setChoices({ ...choices, ...some });
  const { read } = state;
  return (
    <>
      <section className={classes.section} aria-label="File">
        <p className={classes.about}>
          <b>
            <bdi>{file.name}</bdi>
          </b>{' '}
          {plural(read.total, 'row')}, {plural(read.columns.length, 'column')}, {read.encoding}
          {delimiters[read.delimiter] && `, separated by ${delimiters[read.delimiter]}`}
        </p>
        <Checkbox
          label="The first row names the columns"
          checked={read.hasHeader}
          onChange={({ currentTarget: { checked } }) => void state.setHasHeader(checked)}
        />
        {read.warnings.map((warning) => (
          <p key={warning} className={classes.warning}>
            {warning}
          </p>
        ))}
      </section>
      <section className={classes.section} aria-label="Columns">
        <h2 className={classes.heading}>Columns</h2>
        <ImportColumns read={read} mapping={state.mapping} onChange={state.setMapping} />
      </section>
      <section className={classes.section} aria-label="For all of them">
        <h2 className={classes.heading}>For all of them</h2>
        <div className={classes.columns}>
          <CountryField value={state.country} onChange={state.setCountry} />
          <NativeSelect
            label="Whoever exists already"
            data={[
              { value: 'skip', label: 'is skipped' },
              { value: 'update', label: 'is updated with this row' },
              { value: 'group', label: 'is only added to the group' },
            ]}
            value={choices.exists}
            onChange={({ currentTarget: { value } }) =>
              choose({ exists: value === 'update' || value === 'group' ? value : 'skip' })
            }
          />
          <TagsField value={choices.tags} onChange={(tags) => choose({ tags })} />
          <GroupField clearable value={choices.group} onChange={(group) => choose({ group })} />
        </div>
      </section>
      <ImportStart file={file} state={state} choices={choices} />
      <ImportPreview file={file} state={state} />
    </>
  );
}

function CountryField({ value, onChange }: { value: string; onChange: (country: string) => void }) {
  const countries = usePhoneRules()?.countries() ?? [{ value, label: value }];
  return (
    <NativeSelect
      label="Country of numbers without a plus"
      data={countries}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
