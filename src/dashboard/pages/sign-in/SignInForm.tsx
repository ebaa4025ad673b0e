import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/PasswordInput.layer.css';
import { PasswordInput, TextInput } from '@mantine/core';
import { IconDeviceMobileMessage } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Credentials } from '#contract/session.ts';
import { session } from '#dashboard/api/session.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { FormError } from '#dashboard/ui/FormError.tsx';
import classes from './SignInForm.module.css';

type Props = {
  /** Where to go once signed in. */
  next: string;
  /** Whether this installation has a demo to explore. */
  demo: boolean;
};

const nothing = { username: '', password: '' };

/** Username and key; a refusal keeps the username. */
export function SignInForm({ next, demo }: Props) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(nothing);
  const [missing, setMissing] = useState(nothing);
  const { mutate, isPending, error, variables } = useMutation(session.signIn());
  const isDemo = variables !== undefined && 'demo' in variables;
  const done = {
    onSuccess: () => void navigate(next, { replace: true }),
    onError: () => setTyped((old) => ({ ...old, password: '' })),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = Credentials.safeParse(typed);
    setMissing(
      parsed.success ? nothing : { username: why(parsed.error, 'username'), password: why(parsed.error, 'password') },
    );
    if (parsed.success) mutate(parsed.data, done);
  };
  return (
    <form className={classes.fields} onSubmit={submit} noValidate>
      <TextInput
        size="lg"
        label="Username"
        inputMode="email"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={typed.username}
        error={missing.username}
        onChange={({ currentTarget: { value } }) => setTyped((old) => ({ ...old, username: value }))}
      />
      <PasswordInput
        size="lg"
        label="Password or API key"
        name="password"
        autoComplete="current-password"
        value={typed.password}
        error={missing.password}
        classNames={{ visibilityToggle: classes.eye }}
        visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed', tabIndex: 0 }}
        onChange={({ currentTarget: { value } }) => setTyped((old) => ({ ...old, password: value }))}
      />
      <FormError error={error} />
      <Button type="submit" variant="filled" size="lg" fullWidth loading={isPending && !isDemo}>
        Sign in
      </Button>
      {demo && <DemoDoor busy={isPending && isDemo} onOpen={() => mutate({ demo: true }, done)} />}
    </form>
  );
}

const why = (error: { issues: { path: PropertyKey[]; message: string }[] }, field: string) =>
  error.issues.find(({ path }) => path[0] === field)?.message ?? '';

function DemoDoor({ busy, onOpen }: { busy: boolean; onOpen: () => void }) {
  return (
    <>
      <div className={classes.or}>or</div>
      <Button
        size="lg"
        fullWidth
        leftSection={<IconDeviceMobileMessage className="icon-lg" aria-hidden />}
        loading={busy}
        onClick={onOpen}
      >
        Explore the demo
      </Button>
      <p className={classes.hint}>
        A made-up staffing firm with its contacts. Simulated phones answer; no real text is ever sent.
      </p>
    </>
  );
}
