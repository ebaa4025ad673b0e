import { NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { fields, leftToTheService, type Mapping } from '#dashboard/lib/importMapping.ts';
import classes from './Import.module.css';
import type { Read } from './importFile.ts';

type Props = { read: Read; mapping: Mapping; onChange: (mapping: Mapping) => void };

/** Which column of the file is what, with what stands in it. */
export function ImportColumns({ read: { columns, sample }, mapping, onChange }: Props) {
  const choices = [
    { value: '', label: 'Not in this file' },
    ...columns.map((label, at) => ({ value: String(at), label })),
  ];
  const left = leftToTheService(columns, mapping);
  return (
    <div className={classes.columns}>
      {fields.map(({ key, label }) => {
        const at = mapping[key];
        const samples = at === undefined ? [] : sample.map((row) => row[at]?.trim() ?? '').filter(Boolean);
        return (
          <NativeSelect
            key={key}
            label={`Column for ${label}`}
            required={key === 'phone'}
            data={choices}
            value={at === undefined ? '' : String(at)}
            description={
              samples.length > 0 ? <bdi className={`${classes.sample} one-line`}>{samples.join(' · ')}</bdi> : undefined
            }
            onChange={({ currentTarget: { value } }) => {
              const { [key]: _old, ...rest } = mapping;
              onChange(value === '' ? rest : { ...rest, [key]: Number(value) });
            }}
          />
        );
      })}
      {left.length > 0 && (
        <p className={classes.left}>
          Not read, as the service sets {left.length === 1 ? 'it' : 'them'} itself: {left.join(', ')}
        </p>
      )}
    </div>
  );
}
