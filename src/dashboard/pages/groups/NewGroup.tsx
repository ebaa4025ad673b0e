import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { groups } from '#dashboard/api/groups.ts';
import { fieldErrors } from '#dashboard/lib/fieldErrors.ts';
import { draftOf, keepDraft } from '#dashboard/lib/formDraft.ts';
import { notify } from '#dashboard/lib/later.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { nameProblem } from './groupName.ts';
import classes from './groups.module.css';

const DRAFT = 'group-new';

/** `/groups/new`: over the list. What comes next is filling it, so it leads there. */
export function NewGroup() {
  const navigate = useNavigate();
  const { search } = useLocation();
  const create = useMutation(groups.create());
  const [name, setName] = useState(() => draftOf<string>(DRAFT) ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  useTitle('New group', 'Groups');
  const close = () => void navigate(paths.groups() + search);
  const { fields, rest } = fieldErrors(create.error?.message ?? '', { name: 'Name' });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = nameProblem(name);
    setProblem(wrong);
    if (wrong || create.isPending) return;
    create.mutate(
      { name: name.trim() },
      {
        onSuccess: (group) => {
          keepDraft(DRAFT, null);
          notify(`The group ${group.name} is made. Now add people.`);
          void navigate(paths.addMembers(group.id));
        },
      },
    );
  };
  return (
    <SideDrawer opened onClose={close} title="New group">
      <form className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          label="Name"
          required
          data-autofocus
          autoComplete="off"
          description="Only your team sees it."
          value={name}
          error={problem ?? fields.name}
          onChange={({ currentTarget: { value } }) => {
            setName(value);
            keepDraft(DRAFT, value || null);
            setProblem(null);
            create.reset();
          }}
        />
        <FormError error={create.error && rest ? new Error(`Not saved: ${rest} What you typed is kept.`) : null} />
        <div className={classes.actions}>
          <Button variant="subtle" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" variant="filled" loading={create.isPending}>
            Save group
          </Button>
        </div>
      </form>
    </SideDrawer>
  );
}
