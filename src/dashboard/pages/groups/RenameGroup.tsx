import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Group } from '#contract/groups.ts';
import { groups } from '#dashboard/api/groups.ts';
import { fieldErrors } from '#dashboard/lib/fieldErrors.ts';
import classes from './GroupPage.module.css';
import { Button } from '#dashboard/ui/Button.tsx';
import { nameProblem } from './groupName.ts';

/** The name, changed where it stands. Escape leaves it as it was. */
export function RenameGroup({ group, onDone }: { group: Group; onDone: () => void }) {
  const rename = useMutation(groups.rename(group.id));
  const [name, setName] = useState(group.name);
  const [problem, setProblem] = useState<string | null>(null);
  const { fields, rest } = fieldErrors(rename.error?.message ?? '', { name: 'Name' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = nameProblem(name);
    setProblem(wrong);
    if (wrong || rename.isPending) return;
    if (name.trim() === group.name) onDone();
    else rename.mutate(name.trim(), { onSuccess: onDone });
  };
  return (
    <form className={classes.rename} noValidate onSubmit={submit}>
      <TextInput
        className={classes.field}
        aria-label="Name of the group"
        ref={(field) => field?.focus()}
        value={name}
        error={problem ?? fields.name ?? rest}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
          setProblem(null);
          rename.reset();
        }}
        onKeyDown={({ key }) => key === 'Escape' && onDone()}
      />
      <Button type="submit" variant="filled" loading={rename.isPending}>
        Save name
      </Button>
      <Button variant="subtle" onClick={onDone}>
        Cancel
      </Button>
    </form>
  );
}
